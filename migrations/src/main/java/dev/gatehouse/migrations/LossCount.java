package dev.gatehouse.migrations;

import dev.gatehouse.migrations.engine.Change;
import dev.gatehouse.migrations.engine.Counting;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts what steps would take away from the rows that are there.
///
/// @param now the schema at which the database stands: of what a step before makes, there is nothing to count yet
record LossCount(Connection connection, SchemaShape now) {

    /// What of it there really is, as far as it can be seen before anything runs.
    List<Loss> of(List<Change> changes) throws SQLException {
        var losses = new ArrayList<Loss>();
        for (var change : changes) {
            if (change instanceof Change.Loss loss && isThere(loss)) {
                of(connection, loss).filter(found -> !losses.contains(found)).ifPresent(losses::add);
            }
        }
        return losses;
    }

    /// Whether something goes that cannot be counted yet, since a step before gives it another name.
    boolean isUncertain(List<Change> changes) {
        return changes.stream().anyMatch(change -> change instanceof Change.Loss loss && !isThere(loss));
    }

    private boolean isThere(Change.Loss loss) {
        return now.find(loss.table())
                .filter(table ->
                        loss.column().isEmpty() || table.column(loss.column()).isPresent())
                .isPresent();
    }

    /// Empty if there is nothing to lose.
    static Optional<Loss> of(Connection connection, Change.Loss loss) throws SQLException {
        var rows = Counting.count(connection, loss.countSql());
        return rows == 0 ? Optional.empty() : Optional.of(new Loss(loss.table(), loss.column(), rows));
    }
}
