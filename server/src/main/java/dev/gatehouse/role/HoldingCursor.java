package dev.gatehouse.role;

import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;
import java.util.Optional;

/// A page of what a list gave, and the way to the next one: the last relationship, as people write it.
record HoldingCursor(List<Holding> page, Optional<String> next) {

    private static final String BETWEEN = "#" + RoleNames.HOLDER + "@";

    /// @param oneMore than belong on the page, if there are more
    static HoldingCursor of(List<Relationship> oneMore, int limit) {
        var page = oneMore.subList(0, Math.min(limit, oneMore.size()));
        var holdings = page.stream()
                .flatMap(each -> RoleNames.holding(each.object(), each.user()).stream())
                .toList();
        var next = oneMore.size() > page.size()
                ? Optional.of(page.getLast()).map(last -> last.object() + BETWEEN + last.user())
                : Optional.<String>empty();
        return new HoldingCursor(holdings, next);
    }

    /// @return empty for what no page ends with
    static Optional<Relationship> last(String text) {
        var at = text.indexOf(BETWEEN);
        if (at <= 0 || text.indexOf(':') < 0) return Optional.empty();
        return Optional.of(
                Relationship.of(text.substring(0, at), RoleNames.HOLDER, text.substring(at + BETWEEN.length())));
    }
}
