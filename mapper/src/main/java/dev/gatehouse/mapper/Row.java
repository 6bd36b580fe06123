package dev.gatehouse.mapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The row that a query stands on, as a projection sees it. It is good only inside the function it was given to.
public final class Row {
    private final Execution execution;
    private final ResultSet results;
    private final Expression<?>[] columns;
    private final Dialect dialect;
    private int next;

    Row(Execution execution, ResultSet results, Expression<?>[] columns) {
        this.execution = execution;
        this.results = results;
        this.columns = columns;
        this.dialect = execution.dialect();
    }

    /// The column's value; null if the column is empty or belongs to the missing side of a left join.
    ///
    /// @throws IllegalArgumentException if the projection does not name the column
    public <T> T get(Expression<T> column) {
        int position = positionOf(column);
        try {
            var stored = Wire.read(dialect, results, position + 1, column.type().sqlType());
            return stored == null ? null : column.type().read(stored);
        } catch (SQLException e) {
            throw execution.failed(e);
        }
    }

    /// The column's value, if there is one.
    public <T> Optional<T> find(Expression<T> column) {
        return Optional.ofNullable(get(column));
    }

    /// Columns are mostly asked for in their order: then the next one is already the right one.
    private int positionOf(Expression<?> column) {
        int start = next;
        for (int i = start; i < columns.length; i++) if (columns[i] == column) return found(i);
        for (int i = 0; i < start; i++) if (columns[i] == column) return found(i);
        throw new IllegalArgumentException(column + " is read but the projection does not name it");
    }

    private int found(int position) {
        next = position + 1 == columns.length ? 0 : position + 1;
        return position;
    }
}
