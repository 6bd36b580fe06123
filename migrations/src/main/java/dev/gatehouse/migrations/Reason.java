package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.SQLException;

/// What a failure said, in one line: PostgreSQL gives a detail and a hint on lines of their own. What Java code
/// throws by mistake says little without its kind.
final class Reason {
    private Reason() {}

    static String of(Exception failure) {
        var isSaid = failure instanceof SQLException || failure instanceof MigrationException;
        var said = isSaid ? String.valueOf(failure.getMessage()) : failure.toString();
        return said.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
