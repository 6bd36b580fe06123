package dev.gatehouse.migrations;

import dev.gatehouse.migrations.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What is done for data that is about to go. SQLite's file is copied. PostgreSQL's rows are out of our reach, so the
/// person is told the command that keeps them.
record Safekeeping(Connection connection, Engine engine, Progress progress) {

    /// Before the first step that takes data away, and before anything else.
    ///
    /// @param standing where the database stands: the copy's name says so
    void keep(List<Loss> losses, Set<String> standing) throws SQLException {
        engine.keepCopy(connection, label(standing)).ifPresent(progress::kept);
        if (losses.isEmpty()) return;
        engine.dumpCommand(connection, tables(losses), label(standing)).ifPresent(progress::advised);
    }

    /// What a refusal says about it.
    String advice(List<Loss> losses, Set<String> standing) throws SQLException {
        return engine.dumpCommand(connection, tables(losses), label(standing))
                .map(command -> "\nTo keep what would go: " + command)
                .orElse("");
    }

    private static Collection<String> tables(List<Loss> losses) {
        return losses.stream().map(Loss::table).distinct().toList();
    }

    private static String label(Set<String> standing) {
        return String.join("-", standing.stream().sorted().toList());
    }
}
