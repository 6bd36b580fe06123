package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Identifier;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command line that would keep tables from which data goes. It holds no password: `pg_dump` asks for it, or
/// takes it from `PGPASSWORD` or `~/.pgpass`.
///
/// @spec https://www.postgresql.org/docs/current/app-pgdump.html PostgreSQL, pg_dump
record PostgresDump(Connection connection) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=-]+");
    private static final Pattern HOST = Pattern.compile("jdbc:(postgresql://[^,/?]*).*");

    String command(Collection<String> tables, String label) throws SQLException {
        var words = new ArrayList<>(List.of("pg_dump"));
        words.addAll(server());
        words.add("--username");
        words.add(ask("select session_user"));
        words.add("--dbname");
        words.add(ask("select current_database()"));
        var schema = ask("select current_schema()");
        for (var table : tables) {
            words.add("--table");
            words.add(pattern(schema) + "." + pattern(table));
        }
        words.add("--file");
        words.add("before-" + label + ".sql");
        return words.stream().map(PostgresDump::quoted).collect(Collectors.joining(" "));
    }

    /// As the program itself reaches it: the first of several.
    private List<String> server() throws SQLException {
        var url = HOST.matcher(String.valueOf(connection.getMetaData().getURL()));
        if (!url.matches()) return List.of();
        var place = URI.create(url.group(1));
        if (place.getHost() == null) return List.of();
        var port = place.getPort() < 0 ? 5432 : place.getPort();
        return List.of("--host", place.getHost().replaceAll("[\\[\\]]", ""), "--port", String.valueOf(port));
    }

    /// In a pattern of `pg_dump` bare capitals would be folded and `*` and `?` would stand for others.
    private static String pattern(String name) {
        return Identifier.quoted(name).equals(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private String ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
