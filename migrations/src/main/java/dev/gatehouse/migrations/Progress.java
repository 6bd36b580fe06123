package dev.gatehouse.migrations;

import java.nio.file.Path;
import java.time.Duration;

/// Told what happens while it happens. The library prints nothing by itself.
public interface Progress {

    /// For those who do not want to know.
    Progress SILENT = new Progress() {};

    /// We wait, for this: `another process is migrating this database`.
    default void waiting(String reason) {}

    /// The step begins.
    default void running(Step step) {}

    /// So many rows of a table have been copied, of so many: on SQLite, where a table is made anew. Large tables say it
    /// every now and then, small ones never.
    default void copying(String table, long done, long total) {}

    /// Data will go, so a copy of the database file was made before anything else.
    default void kept(Path copy) {}

    /// Data will go, and nobody here can keep it: this command line would. It holds no password.
    default void advised(String dumpCommand) {}

    /// The step is done and on disk.
    default void done(Step step, Duration took) {}
}
