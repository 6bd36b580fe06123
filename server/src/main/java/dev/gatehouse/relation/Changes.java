package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;

/// What is to become of some relationships, all together or not at all.
///
/// What is deleted goes first, so that one that stands in both lists is replaced: that is how a relationship
/// gets another condition.
///
/// @param deletes their conditions do not matter
/// @param mayExist whether it is all right to write what is there already; otherwise it is a fault
/// @param mayBeMissing whether it is all right to delete what is not there; otherwise it is a fault
public record Changes(
        List<Relationship> writes,
        List<Relationship> deletes,
        List<Precondition> preconditions,
        boolean mayExist,
        boolean mayBeMissing) {

    /// How many writes and deletes there may be together, and how many preconditions.
    public static final int MOST = 1_000;

    public Changes {
        writes = List.copyOf(writes);
        deletes = List.copyOf(deletes);
        preconditions = List.copyOf(preconditions);
    }

    /// @param idempotent whether it is all right that some of it is done already
    public Changes(
            List<Relationship> writes,
            List<Relationship> deletes,
            List<Precondition> preconditions,
            boolean idempotent) {
        this(writes, deletes, preconditions, idempotent, idempotent);
    }

    /// Writes some that must not be there yet.
    public static Changes write(Relationship... writes) {
        return new Changes(List.of(writes), List.of(), List.of(), false);
    }

    /// Deletes some that must be there.
    public static Changes delete(Relationship... deletes) {
        return new Changes(List.of(), List.of(deletes), List.of(), false);
    }

    /// The same, and these are deleted before the others are written.
    public Changes andDelete(Relationship... more) {
        return new Changes(writes, List.of(more), preconditions, mayExist, mayBeMissing);
    }

    /// The same, if all of this is so at the moment of the change.
    public Changes provided(Precondition... all) {
        return new Changes(writes, deletes, List.of(all), mayExist, mayBeMissing);
    }

    /// The same, for whoever does not mind that some of it is done already.
    public Changes whateverIsThere() {
        return new Changes(writes, deletes, preconditions, true);
    }

    int size() {
        return writes.size() + deletes.size();
    }
}
