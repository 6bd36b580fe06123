package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Optional;

@Doc("The subjects or the resources that were found, in the order of their ids.")
record EntityResultsView(
        @Doc("Where a page was asked for, or where there is more than one.")
        Optional<PageResultView> page,

        Optional<ReasonView> context,
        List<ResultView> results) {

    static EntityResultsView of(String type, ResultsPage page) {
        var results = page.ids().stream().map(id -> new ResultView(type, id)).toList();
        return new EntityResultsView(page.page(), page.context(), results);
    }

    @Doc("One of them; the id `*` is everybody of the type.")
    record ResultView(String type, String id) {}
}
