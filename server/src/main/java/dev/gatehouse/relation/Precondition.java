package dev.gatehouse.relation;

/// What must be so at the moment of a change; otherwise nothing of it is done.
///
/// It is judged after all changes before it are done and before any after it begins: what it says holds until
/// the change is done.
///
/// @param demand whether at least one such relationship must be there, or none
public record Precondition(Demand demand, RelationshipFilter filter) {

    public enum Demand {
        MUST_EXIST,
        MUST_NOT_EXIST
    }

    /// At least one relationship that the filter lets through.
    public static Precondition mustExist(RelationshipFilter filter) {
        return new Precondition(Demand.MUST_EXIST, filter);
    }

    /// None that the filter lets through.
    public static Precondition mustNotExist(RelationshipFilter filter) {
        return new Precondition(Demand.MUST_NOT_EXIST, filter);
    }
}
