package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.Optional;

/// What a new revision is to be: what it is about, and where in the history it goes.
///
/// @param message what changes, in a few words
/// @param on the revisions that it is to stand on, in a target's words: `head`, `label@head`, an id; `base` begins
///     a new history
/// @param splice whether it may stand on a revision that others stand on already, and so begin a branch
/// @param labels names for the branch that begins with it
/// @param dependsOn what must have run before it, in a target's words
/// @param id its id; empty: a random one
public record Draft(
        String message,
        List<String> on,
        boolean splice,
        List<String> labels,
        List<String> dependsOn,
        Optional<String> id) {

    public Draft {
        message = message.strip();
        if (message.isEmpty()) throw new MigrationException("say what the revision is about: -m \"add the nickname\"");
        on = List.copyOf(on);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /// One that goes on from the only head.
    public static Draft of(String message) {
        return new Draft(message, List.of("head"), false, List.of(), List.of(), Optional.empty());
    }

    /// One that stands on these revisions.
    public Draft on(String... revisions) {
        return new Draft(message, List.of(revisions), splice, labels, dependsOn, id);
    }

    /// One that may begin a branch.
    public Draft spliced() {
        return new Draft(message, on, true, labels, dependsOn, id);
    }

    public Draft labelled(String... names) {
        return new Draft(message, on, splice, List.of(names), dependsOn, id);
    }

    public Draft after(String... revisions) {
        return new Draft(message, on, splice, labels, List.of(revisions), id);
    }

    public Draft id(String wanted) {
        return new Draft(message, on, splice, labels, dependsOn, Optional.of(wanted));
    }
}
