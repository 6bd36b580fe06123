package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.DeclaredTables;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.source.SourceFolder;

/// What the verbs work on.
///
/// @param migrations the history and its database
/// @param declared the tables that `revision --autogenerate` compares the database with
/// @param folder where new revisions go
public record Project(Migrations migrations, DeclaredTables declared, SourceFolder folder) {

    /// Finds the project when a verb runs, so that `--help` needs neither a database nor a build.
    @FunctionalInterface
    public interface Source {
        Project open();
    }
}
