package dev.gatehouse.permissions.relation;

/// What happened to one relationship.
///
/// @param relationship as it is from now on; of one that was deleted the condition does not matter
public record Change(Kind kind, Relationship relationship) {

    public enum Kind {
        /// It stands from now on; if it stood before, with this condition instead.
        WRITTEN,
        /// It stands no more; if it did not stand, nothing happened.
        DELETED
    }

    /// From now on it stands.
    public static Change written(Relationship relationship) {
        return new Change(Kind.WRITTEN, relationship);
    }

    /// From now on it does not.
    public static Change deleted(Relationship relationship) {
        return new Change(Kind.DELETED, relationship);
    }
}
