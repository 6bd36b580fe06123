package dev.gatehouse.cli;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.revision.Revisions;
import dev.gatehouse.settings.Settings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// Our own schema, and what a server may do about it when it starts.
record Schema(Settings settings, Database database) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    Migrations migrations() {
        return Migrations.of(database::connect, Revisions.all());
    }

    /// Sees to it that the schema is at head. The embedded database is upgraded without asking, after a copy
    /// of it was made; one that others may use too is upgraded only by somebody who says so.
    void prepare(boolean upgrade) {
        var migrations = migrations();
        if (migrations.isAtHead()) return;
        switch (settings.database()) {
            case DatabaseSettings.Sqlite sqlite -> {
                if (!migrations.current().isEmpty()) keepCopy(sqlite.file(), String.join("-", migrations.current()));
            }
            case DatabaseSettings.Postgres _ -> {
                if (!upgrade) throw refusal(migrations);
            }
        }
        var run = migrations.upgrade("head");
        run.steps().forEach(step -> System.out.println("Upgraded the schema: " + step));
    }

    private static CommandFailure refusal(Migrations migrations) {
        return new CommandFailure(
                migrations.current().isEmpty()
                        ? "The database has no schema yet. Run `./gatehouse upgrade head`, or `./gatehouse serve --upgrade`."
                        : "The schema of the database is not at head. Take a backup, then run `./gatehouse upgrade head`, or `./gatehouse serve --upgrade`.");
    }

    private void keepCopy(Path file, String revision) {
        var name = "gatehouse-%s-%s.db".formatted(revision, LocalDateTime.now().format(STAMP));
        var copy = file.resolveSibling(name);
        database.copyTo(copy);
        System.out.println("Kept a copy of the database before its upgrade: " + copy);
    }
}
