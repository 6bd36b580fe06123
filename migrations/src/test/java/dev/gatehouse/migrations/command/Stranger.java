package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody with a project of their own, who types verbs and reads what they answer.
final class Stranger {

    private final Path folder;
    private final Map<String, String> environment;
    private final String url;

    private String out = "";
    private String err = "";

    /// A fresh folder made by `init`, on a fresh database.
    Stranger(TestDatabase on, Path parent) {
        folder = parent.resolve("db");
        var settings = on.fresh();
        environment = settings instanceof DatabaseSettings.Postgres server
                ? Map.of(
                        "DB_HOST", server.hosts().getFirst(),
                        "DB_PORT", "" + server.port(),
                        "DB_USER", server.user(),
                        "DB_PASS", server.password(),
                        "DB_NAME", server.database())
                : Map.of();
        url = settings instanceof DatabaseSettings.Postgres server
                ? "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                        .formatted(
                                server.hosts().getFirst(),
                                server.port(),
                                server.database(),
                                server.user(),
                                server.password())
                : "jdbc:sqlite:" + folder.resolve("app.db");
        assertThat(run("init", folder.toString())).isZero();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    /// What was answered, in one string that begins with the exit code.
    String hears(String... arguments) {
        var code = says(arguments);
        return code + " " + out + err;
    }

    /// The exit code of a verb on this project.
    int says(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-c", folder.toString()));
        return run(all.toArray(String[]::new));
    }

    int run(String... arguments) {
        var standardOut = new StringWriter();
        var standardErr = new StringWriter();
        var code = StandAlone.commandLine(environment)
                .setOut(new PrintWriter(standardOut))
                .setErr(new PrintWriter(standardErr))
                .execute(arguments);
        out = standardOut.toString();
        err = standardErr.toString();
        return code;
    }

    /// The verb as a process of its own. What it says comes in one stream.
    Process starts(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StandAlone.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-c", folder.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    void edits(String name, String old, String wanted) {
        var text = reads(name);
        assertThat(text).contains(old);
        writes(name, text.replace(old, wanted));
    }

    String reads(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void writes(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes a revision that does nothing.
    ///
    /// @param lists further methods: `dependsOn a b`, `branchLabels x`
    void writesRevision(String id, String message, List<String> parents, String... lists) {
        writesSteps(id, message, parents, "", "", lists);
    }

    /// Writes a revision with these operations.
    void writesSteps(
            String id, String message, List<String> parents, String upgrade, String downgrade, String... lists) {
        var text = new StringBuilder("""
                package versions;

                import static dev.gatehouse.migrations.Define.*;

                import dev.gatehouse.migrations.Operations;
                import dev.gatehouse.migrations.Revision;
                import java.util.List;

                /// %s
                ///
                /// Created 2026-11-22T10:00:00Z.
                public final class R%s implements Revision {
                    public String id() { return "%s"; }
                    public List<String> parents() { return %s; }
                    public String message() { return "%s"; }
                    public void upgrade(Operations op) { %s }
                    public void downgrade(Operations op) { %s }
                """.formatted(message, id, id, listOf(parents), message, upgrade, downgrade));
        for (var list : lists) {
            var words = List.of(list.split(" "));
            text.append("    public List<String> %s() { return %s; }%n"
                    .formatted(words.getFirst(), listOf(words.subList(1, words.size()))));
        }
        writes("versions/R" + id + ".java", text.append("}\n").toString());
    }

    private static String listOf(List<String> words) {
        return words.isEmpty() ? "List.of()" : "List.of(\"" + String.join("\", \"", words) + "\")";
    }

    /// Alters the database by hand.
    void runs(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// The one value that a query finds.
    String asks(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /// Standard output, which must be one JSON document, without its white space.
    String document() {
        var text = new StringBuilder();
        var roots = 0;
        try (var parser = new JsonFactory().createParser(out)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.getParsingContext().inRoot()) roots++;
                append(text, token, parser.getText());
            }
            assertThat(roots).as("ends of documents in %s", out).isOne();
            return text.toString().replace(",}", "}").replace(",]", "]").replaceAll(",$", "");
        } catch (IOException failure) {
            throw new AssertionError("no JSON: " + out, failure);
        }
    }

    private static void append(StringBuilder text, JsonToken token, String value) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> text.append(value);
            case END_OBJECT, END_ARRAY -> text.append(value).append(',');
            case FIELD_NAME -> text.append(value).append(':');
            default -> text.append(value).append(',');
        }
    }
}
