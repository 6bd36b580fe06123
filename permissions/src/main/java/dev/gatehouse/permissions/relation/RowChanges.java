package dev.gatehouse.permissions.relation;

/// What became of all the rows of an [Adjacency] since it was laid out. It never changes.
///
/// @param byRow by the keys of the rows, see [Overlay#key]
/// @param changeBytes what the changes occupy, counted as they came
record RowChanges(LongTrie<RowChange> byRow, long changeBytes) {

    static final RowChanges NONE = new RowChanges(LongTrie.empty(), 0);

    /// @return `null` if nothing happened to the row
    RowChange get(long row) {
        return byRow.get(row);
    }

    RowChanges with(long row, RowChange change) {
        var before = byRow.get(row);
        var bytes = changeBytes + change.bytes() - (before == null ? 0 : before.bytes());
        return new RowChanges(byRow.with(row, change), bytes);
    }

    long bytes() {
        return byRow.bytes() + changeBytes;
    }
}
