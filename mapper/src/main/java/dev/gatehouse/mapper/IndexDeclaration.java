package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// An index just declared, which may still become a partial one.
public final class IndexDeclaration {
    private final List<Index> indexes;
    private final int position;

    IndexDeclaration(List<Index> indexes, Index index) {
        this.indexes = indexes;
        this.position = indexes.size();
        indexes.add(index);
    }

    /// Only the rows that meet the condition are in the index.
    ///
    /// @param condition SQL text that both databases understand
    public void where(String condition) {
        var index = indexes.get(position);
        indexes.set(position, new Index(index.name(), index.isUnique(), index.columns(), Optional.of(condition)));
    }
}
