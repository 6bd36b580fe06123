package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;

/// What is to become of some relationships, all together or not at all.
///
/// What is deleted goes first, so that one that stands in both lists is replaced: that is how a relationship
/// gets another condition.
///
/// @param deletes their conditions do not matter
/// @param idempotent whether it is all right to write what is there and to delete what is not; otherwise it
///     is a fault
public record Changes(
        List<Relationship> writes, List<Relationship> deletes, List<Precondition> preconditions, boolean idempotent) {

    /// How many writes and deletes there may be together, and how many preconditions.
    public static final int MOST = 1_000;

    public Changes {
        writes = List.copyOf(writes);
        deletes = List.copyOf(deletes);
        preconditions = List.copyOf(preconditions);
    }

    public static Changes write(Relationship... writes) {
        return new Changes(List.of(writes), List.of(), List.of(), false);
    }

    public static Changes delete(Relationship... deletes) {
        return new Changes(List.of(), List.of(deletes), List.of(), false);
    }

    public Changes andDelete(Relationship... more) {
        return new Changes(writes, List.of(more), preconditions, idempotent);
    }

    public Changes provided(Precondition... all) {
        return new Changes(writes, deletes, List.of(all), idempotent);
    }

    /// The same, for whoever does not mind that some of it is done already.
    public Changes whateverIsThere() {
        return new Changes(writes, deletes, preconditions, true);
    }

    int size() {
        return writes.size() + deletes.size();
    }
}
