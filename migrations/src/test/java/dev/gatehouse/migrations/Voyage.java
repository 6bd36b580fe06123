package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.source.WrittenRevision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From one declared schema to another as a person goes: the tool writes a file, the file is compiled and run,
/// there, back and there again, with rows in every table.
///
/// What is asked on the way: a second look finds nothing to write; the altered database is the one that would have
/// been made at once; the way back leads to the very schema that was there; no row is lost that was not declared
/// lost.
final class Voyage implements AutoCloseable {
    /// What a witness says about a database.
    interface Witness {
        List<String> of(Connection connection) throws SQLException;
    }

    private final TestDatabase on;
    private final TestDatabase other;
    private Database database;
    private Database afresh;
    private final Engine engine;
    private final Optional<Path> folder;
    private final Witness witness;
    private final List<Revision> history = new ArrayList<>();

    /// @param folder where the revisions are written and compiled; empty: they are run as they are
    Voyage(TestDatabase on, Optional<Path> folder, Witness witness) {
        this.on = on;
        this.other = new TestDatabase(on.dialect());
        this.engine = Engine.of(on.dialect());
        this.folder = folder;
        this.witness = witness;
    }

    /// A voyage that comes home leaves nothing behind, so the next one sails in the same databases.
    void sail(SchemaShape from, SchemaShape to) throws SQLException {
        if (database == null) {
            database = on.open();
            afresh = other.open();
        }
        history.clear();
        try {
            go(from, to);
        } catch (SQLException | RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    private void go(SchemaShape from, SchemaShape to) throws SQLException {
        take(from);
        var first = look();
        assertThat(first).as("made as it would be made at once").isEqualTo(atOnce(from));
        try (var connection = database.connect()) {
            new Rows(connection, engine.dialect()).fill(from, to);
        }
        var unchanged = rows(from, to, false);
        var kept = rows(from, to, true);
        take(to);
        var second = look();
        assertThat(second).as("altered as it would be made at once").isEqualTo(atOnce(to));
        assertThat(rows(from, to, false)).as("rows after the upgrade").isEqualTo(unchanged);
        migrations().downgrade("-1", true);
        assertThat(look()).as("schema after the downgrade").isEqualTo(first);
        assertThat(rows(from, to, true)).as("rows after the downgrade").isEqualTo(kept);
        migrations().upgrade("head", true);
        assertThat(look()).as("schema after the second upgrade").isEqualTo(second);
        assertThat(rows(from, to, false)).as("rows after the second upgrade").isEqualTo(unchanged);
        migrations().downgrade("base", true);
        assertThat(look()).as("schema at base").isEmpty();
    }

    /// A revision by autogenerate, through its file, and a second look that finds nothing more.
    private void take(SchemaShape declared) throws SQLException {
        var comparison = compare(declared);
        assertThat(comparison.unread()).isEmpty();
        assertThat(comparison.drift()).isEmpty();
        history.add(revision(comparison));
        migrations().upgrade("head", true);
        var again = compare(declared);
        assertThat(again.inWords()).as("a second look").isEmpty();
        assertThat(again.drift()).as("a second look").isEmpty();
    }

    private Comparison compare(SchemaShape declared) throws SQLException {
        try (var connection = database.connect()) {
            var recorded =
                    new History(migrations().graph()).shapeAt(migrations().current());
            return Comparison.of(connection, engine, recorded, declared, Set.of(Migrations.VERSION_TABLE));
        }
    }

    private Revision revision(Comparison comparison) {
        var id = "a" + (history.size() + 1);
        var parents = history.stream()
                .map(Revision::id)
                .skip(Math.max(0, history.size() - 1))
                .toList();
        var said = new Said(id, parents, comparison.upgrade(), comparison.downgrade());
        return folder.<Revision>map(
                        path -> WrittenRevision.compiled(path, said, comparison.upgrade(), comparison.downgrade()))
                .orElse(said);
    }

    private Migrations migrations() {
        return Migrations.of(database::connect, history);
    }

    private List<String> look() throws SQLException {
        try (var connection = database.connect()) {
            return witness.of(connection);
        }
    }

    private List<String> atOnce(SchemaShape schema) throws SQLException {
        try (var connection = afresh.connect()) {
            connection.setAutoCommit(false);
            for (var change : engine.plan(Creation.of(schema), SchemaShape.EMPTY)) {
                engine.run(connection, change, Set.of());
            }
            var seen = witness.of(connection);
            connection.rollback();
            return seen;
        }
    }

    private Map<String, List<String>> rows(SchemaShape from, SchemaShape to, boolean withChangedTypes)
            throws SQLException {
        try (var connection = database.connect()) {
            return new Rows(connection, engine.dialect()).common(from, to, withChangedTypes);
        }
    }

    @Override
    public void close() {
        on.close();
        other.close();
        database = null;
        afresh = null;
    }
}
