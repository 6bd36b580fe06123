package dev.gatehouse.migrations.source;

import dev.gatehouse.mapper.Table;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.engine.DeclaredLoss;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the next revision: empty for a person to fill, from what the database lacks, or to join branches.
///
/// @param migrations the history so far, and the database to compare with
/// @param folder where the file goes
public record NewRevision(Migrations migrations, SourceFolder folder, InstantSource clock) {

    /// What came of it.
    ///
    /// @param file the new file; empty if there was nothing to write
    /// @param comparison what was compared; empty for a plain revision
    public record Written(Optional<Path> file, Optional<Comparison> comparison) {}

    /// An empty step.
    public Written plain(Draft draft) {
        return new Written(
                Optional.of(write(place(draft), List.of(), List.of(), List.of(), List.of())), Optional.empty());
    }

    /// A step that makes the database what is declared, and its way back. Writes nothing if there is no
    /// difference.
    ///
    /// @param allowEmpty whether to write a step that does nothing rather than none
    public Written autogenerate(Draft draft, Collection<? extends Table> tables, boolean allowEmpty) {
        var placed = place(draft);
        var comparison = migrations.compare(tables);
        if (comparison.isEmpty() && !allowEmpty) return new Written(Optional.empty(), Optional.of(comparison));
        var file = write(placed, losses(comparison), notes(comparison), comparison.upgrade(), comparison.downgrade());
        return new Written(Optional.of(file), Optional.of(comparison));
    }

    /// An empty step that joins branches.
    public Written merge(Draft draft) {
        var placed = place(draft);
        if (placed.parents().size() < 2) {
            throw new MigrationException("a merge joins two revisions or more, and %s names %s"
                    .formatted(
                            String.join(" ", draft.on()),
                            placed.parents().isEmpty()
                                    ? "none"
                                    : "only " + placed.parents().getFirst()));
        }
        return new Written(Optional.of(write(placed, List.of(), List.of(), List.of(), List.of())), Optional.empty());
    }

    private Placed place(Draft draft) {
        folder.requireComplete(migrations.graph().inOrder());
        return Placed.in(migrations.graph(), draft);
    }

    private Path write(
            Placed placed,
            List<String> losses,
            List<String> notes,
            List<Operation> upgrade,
            List<Operation> downgrade) {
        var file = new RevisionFile(folder.packageName(), placed, clock.instant(), losses, notes, upgrade, downgrade);
        return folder.write(file, migrations.graph().inOrder());
    }

    private static List<String> losses(Comparison comparison) {
        var losses = new ArrayList<String>();
        if (!comparison.losses().isEmpty()) losses.add("Takes data away: " + named(comparison.losses()));
        if (!comparison.lossesBack().isEmpty())
            losses.add("Going back takes data away: " + named(comparison.lossesBack()));
        return losses;
    }

    private static String named(List<DeclaredLoss> losses) {
        return losses.stream().map(DeclaredLoss::toString).collect(Collectors.joining(", ", "", "."));
    }

    private static List<String> notes(Comparison comparison) {
        var notes = new ArrayList<String>();
        comparison.hints().forEach(hint -> notes.add("Look: " + hint));
        comparison.drift().forEach(drift -> notes.add("Drift: " + drift + "; its text is this database's own"));
        return notes;
    }
}
