package dev.gatehouse.migrations;

import dev.gatehouse.migrations.engine.Change;
import dev.gatehouse.migrations.engine.CommitLost;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs steps: each in a transaction of its own, together with its row in the version table. A step that fails
/// leaves nothing behind, and the database stands at the step before it.
final class Runner {

    private final Connection connection;
    private final Engine engine;
    private final VersionTable versions;
    private final History history;
    private final Progress progress;
    private final boolean destroyData;
    private final Safekeeping keeping;

    Runner(Connection connection, VersionTable versions, History history, Progress progress, boolean destroyData) {
        this.connection = connection;
        this.engine = versions.engine();
        this.versions = versions;
        this.history = history;
        this.progress = progress;
        this.destroyData = destroyData;
        this.keeping = new Safekeeping(connection, engine, progress);
    }

    /// Returns the steps that this process ran; another may have run the rest while we waited.
    List<Step> run(List<Step> steps) throws SQLException {
        if (steps.isEmpty()) return steps;
        var schema = history.shapeAt(steps.getFirst().before());
        guardData(steps, schema);
        var ran = new ArrayList<Step>();
        for (var at = 0; at < steps.size(); at++) {
            if (run(steps.subList(at, steps.size()), schema)) ran.add(steps.get(at));
            schema = history.after(steps.get(at), schema);
        }
        return ran;
    }

    /// Runs the first of these steps, unless another process has done so and perhaps some of the others.
    private boolean run(List<Step> left, SchemaShape before) throws SQLException {
        var step = left.getFirst();
        var start = System.nanoTime();
        try {
            var ran = engine.inTransaction(connection, progress::waiting, () -> change(left, before));
            if (ran) progress.done(step, Duration.ofNanos(System.nanoTime() - start));
            return ran;
        } catch (SQLException | RuntimeException failure) {
            throw failed(step, failure);
        }
    }

    private boolean change(List<Step> left, SchemaShape before) throws SQLException {
        var step = left.getFirst();
        var standing = versions.read(connection);
        if (left.stream().anyMatch(later -> later.after().equals(standing))) return false;
        requireUnmoved(step, standing);
        progress.running(step);
        for (var change : history.plan(engine, step, before)) {
            if (change instanceof Change.Loss loss) requireNoLoss(loss, step);
            engine.run(connection, change, Set.of(versions.name()), progress::copying);
        }
        engine.requireSound(connection);
        versions.write(connection, step.before(), step.after());
        return true;
    }

    private static void requireUnmoved(Step step, Set<String> standing) {
        if (standing.equals(step.before())) return;
        throw new MigrationException("another process has moved the database to %s meanwhile: look at it and try again"
                .formatted(Ids.of(standing)));
    }

    private static MigrationException failed(Step step, Exception failure) {
        if (failure instanceof DataLossException loss) return loss;
        var way = step.direction() == Step.Direction.UPGRADE ? "upgrade" : "downgrade";
        var end = failure instanceof CommitLost
                ? "lost its connection at the very commit, so it may have been done or not: ask `current`"
                : "failed and was undone";
        return new MigrationException(
                "%s of %s (%s) %s: %s"
                        .formatted(way, step.revision().id(), Ids.message(step.revision()), end, Reason.of(failure)),
                failure);
    }

    /// Looked at before anything runs, as far as it can be seen from here.
    private void guardData(List<Step> steps, SchemaShape now) throws SQLException {
        var standing = steps.getFirst().before();
        var changes = history.changes(engine, steps, now);
        var count = new LossCount(connection, now);
        var losses = count.of(changes);
        if (!destroyData && !losses.isEmpty()) throw refusal(losses, standing);
        var mayLose = !losses.isEmpty() || !standing.isEmpty() && count.isUncertain(changes);
        if (destroyData && mayLose) keeping.keep(losses, standing);
    }

    /// And once more inside the transaction: rows may have come, tables may have been renamed.
    private void requireNoLoss(Change.Loss loss, Step step) throws SQLException {
        if (destroyData) return;
        var found = LossCount.of(connection, loss);
        if (found.isPresent()) throw refusal(List.of(found.get()), step.before());
    }

    private DataLossException refusal(List<Loss> losses, Set<String> standing) throws SQLException {
        return new DataLossException(losses, keeping.advice(losses, standing));
    }
}
