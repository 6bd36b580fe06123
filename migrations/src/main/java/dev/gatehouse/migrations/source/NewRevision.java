package dev.gatehouse.migrations.source;

import dev.gatehouse.mapper.Table;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Writes the next revision: empty for a person to fill, or from what the database lacks.
///
/// @param migrations the history so far, and the database to compare with
/// @param folder where the file goes
public record NewRevision(Migrations migrations, SourceFolder folder, InstantSource clock) {

    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What came of it.
    ///
    /// @param file the new file; empty if there was nothing to write
    /// @param comparison what was compared; empty for a plain revision
    public record Written(Optional<Path> file, Optional<Comparison> comparison) {}

    /// An empty step.
    public Written plain(String message) {
        var file = file(message, List.of(), List.of(), List.of());
        return new Written(Optional.of(folder.write(file, migrations.graph().inOrder())), Optional.empty());
    }

    /// A step that makes the database what is declared, and its way back. Writes nothing if there is no
    /// difference.
    ///
    /// @param allowEmpty whether to write a step that does nothing rather than none
    public Written autogenerate(String message, Collection<? extends Table> tables, boolean allowEmpty) {
        folder.requireComplete(migrations.graph().inOrder());
        var comparison = migrations.compare(tables);
        if (comparison.isEmpty() && !allowEmpty) return new Written(Optional.empty(), Optional.of(comparison));
        var file = file(message, notes(comparison), comparison.upgrade(), comparison.downgrade());
        return new Written(Optional.of(folder.write(file, migrations.graph().inOrder())), Optional.of(comparison));
    }

    private RevisionFile file(String message, List<String> notes, List<Operation> upgrade, List<Operation> downgrade) {
        if (message.isBlank()) throw new MigrationException("say what the revision is about: -m \"add the nickname\"");
        folder.requireComplete(migrations.graph().inOrder());
        var heads = migrations.graph().heads();
        if (heads.size() > 1) {
            throw new MigrationException("Multiple heads are present: %s; a new revision must stand on one"
                    .formatted(String.join(", ", heads)));
        }
        return new RevisionFile(
                folder.packageName(),
                newId(),
                List.copyOf(heads),
                message.strip(),
                clock.instant(),
                notes,
                upgrade,
                downgrade);
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> notes(Comparison comparison) {
        var notes = new ArrayList<String>();
        comparison.hints().forEach(hint -> notes.add("Look: " + hint));
        comparison.drift().forEach(drift -> notes.add("Drift: " + drift + "; its text is this database's own"));
        return notes;
    }
}
