package dev.gatehouse.authzen;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Which part of what is found is wanted.
///
/// @param search the fingerprint of the search
/// @param limit as it was asked for
/// @param after the last id of the page before; empty for the first page
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-pagination AuthZEN §8.2
record Paging(int search, Optional<Integer> limit, String after) {

    /// How many results a page has at most, and without a limit.
    static final int MOST = 1_000;

    /// @param next empty on the last page
    record Part(List<String> ids, Optional<PageToken> next) {}

    /// A token belongs to one search and one limit.
    ///
    /// @param limit may be left out beside a token, and is then the token's
    static Optional<Paging> of(Search search, Optional<String> token, Optional<Integer> limit) {
        var fingerprint = search.fingerprint();
        if (token.isEmpty()) return Optional.of(new Paging(fingerprint, limit, ""));
        return PageToken.read(token.get())
                .filter(read -> read.search() == fingerprint)
                .filter(read -> limit.isEmpty() || limit.equals(read.limit()))
                .map(read -> new Paging(fingerprint, read.limit(), read.after()));
    }

    /// @param all in order
    Part part(List<String> all) {
        var from = after.isEmpty() ? 0 : behind(all);
        var to = Math.min(all.size(), from + Math.min(limit.orElse(MOST), MOST));
        var ids = all.subList(from, to);
        if (to == all.size()) return new Part(ids, Optional.empty());
        return new Part(ids, Optional.of(new PageToken(search, limit, ids.isEmpty() ? after : ids.getLast())));
    }

    /// The last one may be gone by now.
    private int behind(List<String> all) {
        var found = Collections.binarySearch(all, after);
        return found < 0 ? -found - 1 : found + 1;
    }
}
