package dev.gatehouse.permissions.relation;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What becomes of rows in one commit, collected before it is laid over what was there: a thousand new
/// members of one group copy its row once, and not a thousand times.
final class RowDrafts {

    private final Map<Long, SortedMap<Integer, Integer>> rows = new HashMap<>();

    /// @param edge how the member is tied from now on, whatever was said of it before
    void put(long row, int member, int edge) {
        rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(member, edge);
    }

    /// The rows as they were, with what became of them.
    RowChanges over(RowChanges before) {
        var after = before;
        for (var draft : rows.entrySet()) {
            var known = before.get(draft.getKey());
            after = after.with(draft.getKey(), (known == null ? RowChange.NONE : known).with(draft.getValue()));
        }
        return after;
    }
}
