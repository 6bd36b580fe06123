package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `init db`
@Command(name = "init", description = "Make a folder for migrations.")
final class InitVerb implements Callable<Integer> {

    private static final String SETTINGS = """
            # The database, as JDBC names it: one of these two lines. ${here} is this folder; any other ${NAME} comes
            # from the environment, else from .env in the working directory or in this folder; ${NAME:text} falls
            # back to the text.
            %surl = jdbc:sqlite:${here}/app.db
            %surl = jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT:5432}/${DB_NAME}

            # For PostgreSQL; SQLite asks for none.
            user = ${DB_USER:}
            password = ${DB_PASS:}

            # The class that declares the tables, in this folder.
            model = Model

            # Where the revisions are, and their package.
            versions = versions
            package = versions

            # A class beside them that lists them all, for a program that compiles them in; kept by the verb revision.
            # list = Revisions

            # Classes of your own that the model uses, as java -cp takes them: folders, jars, lib/*
            # classpath = ../target/classes

            # The table that keeps the current revision.
            version.table = schema_revision
            """;

    private static final String MODEL = """
            import static dev.gatehouse.mapper.ColumnType.*;

            import dev.gatehouse.mapper.Column;
            import dev.gatehouse.mapper.Table;
            import dev.gatehouse.migrations.DeclaredTables;
            import java.time.Instant;
            import java.util.List;

            /// The tables that this project wants to have. Change them, then say
            /// `revision --autogenerate -m "what changed"` and `upgrade head`.
            public final class Model implements DeclaredTables {

                /// An example; put your own in its place.
                static final class NoteTable extends Table {
                    final Column<Long> id = notNull("id", BIGINT);
                    final Column<String> title = notNull("title", TEXT);
                    final Column<Instant> createdAt = notNull("created_at", INSTANT);

                    NoteTable() {
                        super("note");
                        primaryKey(id);
                        check("ck_note_title", "length(title) <= 200");
                        index("ix_note_created", createdAt.desc());
                    }
                }

                @Override
                public List<Table> tables() {
                    return List.of(new NoteTable());
                }
            }
            """;

    /// Data is no source, and the copies that are kept before data goes are data.
    private static final String IGNORED = """
            .compiled/
            .env
            *.db
            *.db-*
            """;

    private final Map<String, String> environment;

    @Mixin
    private Answer answer;

    @Parameters(paramLabel = "DIR", description = "The folder; it must be empty or not there yet.")
    private Path folder;

    InitVerb(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        requireEmpty();
        var hasServer = new Variables(folder, environment).knows("DB_NAME");
        try {
            Files.createDirectories(folder.resolve("versions"));
            write(ProjectSettings.FILE, hasServer ? SETTINGS.formatted("# ", "") : SETTINGS.formatted("", "# "));
            write("Model.java", MODEL);
            write(".gitignore", IGNORED);
        } catch (IOException failure) {
            clear();
            throw MigrationException.of("%s cannot be made".formatted(folder), failure);
        }
        answer.line("Created %s: %s in %s, declare tables in Model.java"
                .formatted(
                        folder,
                        hasServer ? "the PostgreSQL database of DB_NAME stands" : "name the database",
                        ProjectSettings.FILE));
        answer.document(Map.of("created", folder, "database", hasServer ? "postgresql" : "sqlite"));
        return 0;
    }

    /// It was empty: what stands there now is half a project.
    private void clear() {
        for (var name : List.of(".gitignore", "Model.java", ProjectSettings.FILE, "versions")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException _) {
                return; // the failure that brought us here says more
            }
        }
    }

    private void requireEmpty() {
        if (!Files.exists(folder)) return;
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new MigrationException(
                        "%s is not empty".formatted(folder.toString().isEmpty() ? "the working directory" : folder));
            }
        } catch (NotDirectoryException failure) {
            throw new MigrationException("%s is no folder".formatted(folder), failure);
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be read".formatted(folder), failure);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
