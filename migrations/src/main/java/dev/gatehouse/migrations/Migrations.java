package dev.gatehouse.migrations;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Table;
import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.engine.DeclaredLoss;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Script;
import dev.gatehouse.migrations.shape.DeclaredShape;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/// A database and its history: where it stands, and the way forward and back.
///
/// ```java
/// var migrations = Migrations.of(dataSource, List.of(new R8f0c_CreateAccounts(), …));
/// migrations.upgrade("head");
/// ```
///
/// Every refusal is a [MigrationException] with one clear line. A step that fails is undone; what ran before it
/// stays.
public final class Migrations {

    /// The version table's name unless [#versionTable] says otherwise.
    public static final String VERSION_TABLE = "schema_revision";

    private final Connections connections;
    private final RevisionGraph graph;
    private final String versionTable;
    private final Duration lockWait;
    private final Progress progress;

    private Migrations(
            Connections connections, RevisionGraph graph, String versionTable, Duration lockWait, Progress progress) {
        this.connections = Objects.requireNonNull(connections);
        this.graph = graph;
        this.versionTable = versionTable;
        this.lockWait = lockWait;
        this.progress = progress;
    }

    /// @param connections opens the database; each verb takes one connection and closes it
    /// @param revisions the whole history, in any order
    public static Migrations of(Connections connections, Collection<? extends Revision> revisions) {
        return new Migrations(
                connections, RevisionGraph.of(revisions), VERSION_TABLE, Duration.ofMinutes(5), Progress.SILENT);
    }

    /// @param database where the schema is; each verb takes one connection and closes it
    /// @param revisions the whole history, in any order
    public static Migrations of(DataSource database, Collection<? extends Revision> revisions) {
        return of(database::getConnection, revisions);
    }

    /// Keeps the current revision in a table of another name.
    public Migrations versionTable(String name) {
        return new Migrations(connections, graph, VersionTable.requireName(name), lockWait, progress);
    }

    /// How long to wait for another process that migrates the same database; five minutes unless said.
    public Migrations lockWait(Duration wait) {
        return new Migrations(connections, graph, versionTable, wait, progress);
    }

    /// Tells what happens while it happens.
    public Migrations progress(Progress listener) {
        return new Migrations(connections, graph, versionTable, lockWait, listener);
    }

    /// The history itself, without any database.
    public RevisionGraph graph() {
        return graph;
    }

    /// The whole history, newest first.
    public List<Revision> history() {
        return graph.inOrder().reversed();
    }

    /// What a revision takes away in this direction, whatever rows there are; no database is asked.
    public List<DeclaredLoss> losses(Revision revision, Step.Direction direction) {
        return new History(graph).losses(revision, direction);
    }

    /// The revisions that the database stands at; none at base. Changes nothing, not even the version table.
    public Set<String> current() {
        return connected((connection, versions) -> versions.read(connection));
    }

    /// Whether there is nothing to upgrade.
    public boolean isAtHead() {
        var current = current();
        return current.stream().allMatch(graph::contains)
                && Standing.at(graph, current).isAtHead();
    }

    /// The steps that `upgrade` would run.
    public List<Step> pending(String target) {
        return new Route(graph, current()).upgrade(Target.parse(target));
    }

    /// The steps of `A:B`, worked out without a database: from base where no `A` is named.
    public List<Step> between(Step.Direction direction, String range) {
        return Route.between(graph, direction, Target.Range.parse(range));
    }

    /// What `upgrade` or `downgrade` would do: statements, locks, rows, losses. Nothing runs, nothing is changed.
    public Plan plan(Step.Direction direction, String target) {
        return connected((connection, versions) -> {
            var route = new Route(graph, versions.read(connection));
            var steps = direction == Step.Direction.UPGRADE
                    ? route.upgrade(Target.parse(target))
                    : route.downgrade(Target.parse(target));
            return new Planning(connection, versions.engine(), new History(graph)).of(steps);
        });
    }

    /// The steps of `A:B` as one SQL script, for somebody who runs it elsewhere. No database is asked, none is even
    /// opened.
    ///
    /// @param dialect the database that will run it
    /// @param destroyData whether the script may take data away; otherwise it stops where there is any
    public String script(Step.Direction direction, String range, Dialect dialect, boolean destroyData) {
        if (direction == Step.Direction.DOWNGRADE && !range.contains(":")) {
            throw new MigrationException("downgrade with --sql requires <fromrev>:<torev>");
        }
        return new OfflineScript(
                        new History(graph),
                        new VersionTable(versionTable, Engine.of(dialect)),
                        Script.of(dialect),
                        destroyData)
                .of(between(direction, range));
    }

    /// Goes forward to `head`, `heads`, `+2`, a revision or the beginning of one. A target that lies behind is
    /// reached already.
    public Run upgrade(String target) {
        return upgrade(target, false);
    }

    /// @param destroyData whether steps may take data away; otherwise they are refused, with what would go
    public Run upgrade(String target, boolean destroyData) {
        return run(route -> route.upgrade(Target.parse(target)), destroyData);
    }

    /// Goes back to `base`, `-1`, a revision or the beginning of one.
    public Run downgrade(String target) {
        return downgrade(target, false);
    }

    /// @param destroyData whether steps may take data away; otherwise they are refused, with what would go
    public Run downgrade(String target, boolean destroyData) {
        return run(route -> route.downgrade(Target.parse(target)), destroyData);
    }

    /// What the database lacks to be what is declared. Refused unless it is at head: else the steps that are
    /// written already would be found once more.
    public Comparison compare(Collection<? extends Table> tables) {
        return connected((connection, versions) -> {
            var current = versions.read(connection);
            if (!Standing.at(graph, current).isAtHead()) throw notUpToDate(current);
            var recorded = new History(graph).shapeAt(current);
            return Comparison.of(
                    connection, versions.engine(), recorded, DeclaredShape.of(tables), Set.of(versionTable));
        });
    }

    /// Writes down that the database stands at these targets, without running anything; what lies on other
    /// branches stays. Makes the version table if it is not there.
    ///
    /// @param targets revisions, `head`, `heads`, `base` or `label@head`; not so many steps
    /// @param purge whether every row goes first, even one that names a revision which is not there
    public Stamp stamp(List<String> targets, boolean purge) {
        var parsed = targets.stream().map(Target::parse).toList();
        return connected((connection, versions) -> {
            try (var _ = versions.engine().lock(connection, versionTable, lockWait, progress::waiting)) {
                return versions.engine().inTransaction(connection, progress::waiting, () -> {
                    if (purge) versions.purge(connection);
                    var stamp = Stamp.of(graph, versions.read(connection), parsed);
                    versions.write(connection, stamp.before(), stamp.after());
                    return stamp;
                });
            }
        });
    }

    /// The statements of a stamp, worked out without a database.
    ///
    /// @param ranges `A:B` for a database that stands at A, or `B` for one that has no version table yet
    public List<String> stampSql(List<String> ranges, Dialect dialect) {
        var stamp =
                Stamp.between(graph, ranges.stream().map(Target.Range::parse).toList());
        var versions = new VersionTable(versionTable, Engine.of(dialect));
        var statements = new ArrayList<String>();
        if (stamp.before().isEmpty()) statements.add(versions.createTable());
        statements.addAll(versions.statements(stamp.before(), stamp.after()));
        return statements;
    }

    private MigrationException notUpToDate(Set<String> current) {
        return new MigrationException(
                "Target database is not up to date. It stands at %s, the head is %s: upgrade first"
                        .formatted(Ids.of(current), Ids.of(graph.realHeads())));
    }

    private interface Choice {
        List<Step> steps(Route route);
    }

    private Run run(Choice choice, boolean destroyData) {
        return connected((connection, versions) -> {
            var engine = versions.engine();
            try (var _ = engine.lock(connection, versionTable, lockWait, progress::waiting);
                    var _ = engine.watch(connection, connections::open, progress::waiting)) {
                var steps = choice.steps(new Route(graph, versions.read(connection)));
                var ran = new Runner(connection, versions, new History(graph), progress, destroyData).run(steps);
                return new Run(ran, versions.read(connection));
            }
        });
    }

    private interface Work<R> {
        R on(Connection connection, VersionTable versions) throws SQLException;
    }

    private <R> R connected(Work<R> work) {
        try (var connection = connections.open()) {
            return work.on(connection, new VersionTable(versionTable, Engine.of(connection)));
        } catch (SQLException failure) {
            throw new MigrationException("the database does not answer as it should: " + Reason.of(failure), failure);
        }
    }
}
