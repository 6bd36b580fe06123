package dev.gatehouse.migrations;

import dev.gatehouse.migrations.engine.Change;
import dev.gatehouse.migrations.engine.DeclaredLoss;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Losses;
import dev.gatehouse.migrations.engine.Script;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the revisions make of the schema, worked out without a database.
final class History {

    private final RevisionGraph graph;
    private final Map<String, List<Operation>> upgrades = new HashMap<>();

    History(RevisionGraph graph) {
        this.graph = graph;
    }

    /// The shape of the schema where the database stands at these heads.
    SchemaShape shapeAt(Collection<String> heads) {
        var applied = graph.withAncestors(heads);
        var schema = SchemaShape.EMPTY;
        for (var revision : graph.inOrder()) {
            if (applied.contains(revision.id())) schema = after(revision, upgrade(revision), schema);
        }
        return schema;
    }

    /// What the step says is to be done.
    List<Operation> operations(Step step) {
        return operations(step.revision(), step.direction());
    }

    private List<Operation> operations(Revision revision, Step.Direction direction) {
        return direction == Step.Direction.UPGRADE ? upgrade(revision) : said(revision, Revision::downgrade);
    }

    /// What the engine is to do for it.
    List<Change> plan(Engine engine, Step step, SchemaShape before) {
        var operations = operations(step);
        return inRevision(step.revision(), () -> engine.plan(operations, before));
    }

    /// What the engine is to do for all of these steps.
    List<Change> changes(Engine engine, List<Step> steps, SchemaShape before) {
        var changes = new ArrayList<Change>();
        var schema = before;
        for (var step : steps) {
            changes.addAll(plan(engine, step, schema));
            schema = after(step, schema);
        }
        return changes;
    }

    /// The same in a script's words, and the script's text for it.
    List<String> script(Script script, Step step, SchemaShape before, UnaryOperator<Change> judge) {
        var operations = operations(step);
        return inRevision(
                step.revision(),
                () -> script.plan(operations, before).stream()
                        .map(judge)
                        .flatMap(change -> script.of(change).stream())
                        .toList());
    }

    /// The shape after the step.
    SchemaShape after(Step step, SchemaShape before) {
        return after(step.revision(), operations(step), before);
    }

    /// What the revision takes away in this direction, whatever rows there are.
    List<DeclaredLoss> losses(Revision revision, Step.Direction direction) {
        var operations = operations(revision, direction);
        if (operations.stream().noneMatch(Losses::isPossible)) return List.of();
        var before = shapeAt(direction == Step.Direction.UPGRADE ? standsOn(revision) : Set.of(revision.id()));
        return inRevision(revision, () -> Losses.declared(operations, before));
    }

    private static Set<String> standsOn(Revision revision) {
        var below = new HashSet<>(revision.parents());
        below.addAll(revision.dependsOn());
        return below;
    }

    private List<Operation> upgrade(Revision revision) {
        return upgrades.computeIfAbsent(revision.id(), _ -> said(revision, Revision::upgrade));
    }

    private static SchemaShape after(Revision revision, List<Operation> operations, SchemaShape before) {
        return inRevision(revision, () -> Replay.all(before, operations));
    }

    private static List<Operation> said(Revision revision, BiConsumer<Revision, Operations> way) {
        return inRevision(revision, () -> {
            var operations = new Operations();
            try {
                way.accept(revision, operations);
            } catch (MigrationException refusal) {
                throw refusal;
            } catch (RuntimeException | LinkageError mistake) {
                throw mistakeIn(revision, mistake);
            }
            return operations.said();
        });
    }

    /// The revision's own code threw: the line of it that did is what its author looks for.
    private static MigrationException mistakeIn(Revision revision, Throwable mistake) {
        var type = revision.getClass().getName();
        var place = Arrays.stream(mistake.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type))
                .findFirst()
                .map(frame -> "%s:%d: ".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        return new MigrationException(place + mistake, mistake);
    }

    private static <T> T inRevision(Revision revision, Supplier<T> work) {
        try {
            return work.get();
        } catch (MigrationException failure) {
            throw new MigrationException(
                    "revision %s (%s): %s".formatted(revision.id(), revision.message(), failure.getMessage()), failure);
        }
    }
}
