package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Optional;

@Doc("The actions that were found, in the order of their names.")
record ActionResultsView(
        @Doc("Where a page was asked for, or where there is more than one.")
        Optional<PageResultView> page,

        @Doc("Why there may be more: something about them cannot be told.")
        Optional<ReasonView> context,

        List<ResultView> results) {

    static ActionResultsView of(ResultsPage page) {
        return new ActionResultsView(
                page.page(),
                page.context(),
                page.ids().stream().map(ResultView::new).toList());
    }

    record ResultView(String name) {}
}
