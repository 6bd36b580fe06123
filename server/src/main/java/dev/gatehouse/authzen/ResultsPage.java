package dev.gatehouse.authzen;

import java.util.List;
import java.util.Optional;

/// One page of what was found, on its way out.
///
/// @param page where one was asked for, or where there is more than one: whoever did not ask and gets
///     everything is not told about pages
record ResultsPage(Optional<PageResultView> page, Optional<ReasonView> context, List<String> ids) {

    static ResultsPage of(Paging paging, List<String> all, boolean isWanted, Optional<ReasonView> context) {
        var part = paging.part(all);
        var page = isWanted || part.next().isPresent()
                ? Optional.of(PageResultView.of(part, all.size()))
                : Optional.<PageResultView>empty();
        return new ResultsPage(page, context, part.ids());
    }

    static ResultsPage none(Paging paging, boolean isWanted, ReasonView why) {
        return of(paging, List.of(), isWanted, Optional.of(why));
    }
}
