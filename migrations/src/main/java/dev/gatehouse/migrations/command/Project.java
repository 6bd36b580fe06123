package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.DeclaredTables;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.source.SourceFolder;

/// What the verbs work on.
///
/// @param migrations the history and its database
/// @param declared the tables that `revision --autogenerate` compares the database with
/// @param folder where new revisions go
/// @param dialect the database's, known without asking it: SQL can be written with no database near
public record Project(Migrations migrations, DeclaredTables declared, SourceFolder folder, Dialect dialect) {

    /// This project, unless its history cannot be found.
    Project found() {
        folder.requireFound(migrations.history());
        return this;
    }

    /// Finds the project when a verb runs, so that `--help` needs neither a database nor a build.
    @FunctionalInterface
    public interface Source {
        Project open();
    }
}
