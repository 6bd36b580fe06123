package dev.gatehouse.permissions.relation;

/// One thing that is wrong with a relationship, for whoever wrote it to mend.
///
/// @param place in the relationship, as a path: `user`, `condition/context/expires_at`
/// @param message what was found, and what would do; it may be shown to the caller
public record RelationshipFault(String place, Kind kind, String message) {

    public enum Kind {
        /// A name is not written as names are.
        MALFORMED_NAME,
        NAME_TOO_LONG,
        UNKNOWN_TYPE,
        UNKNOWN_RELATION,
        /// The relation follows from others, and is never written itself.
        NOT_WRITABLE,
        /// The relation may be written, but not for such a user.
        USER_NOT_ALLOWED,
        WILDCARD_NOT_ALLOWED,
        UNKNOWN_CONDITION,
        /// The user may be named with a condition only.
        CONDITION_MISSING,
        CONDITION_NOT_ALLOWED,
        /// The context has a value for which the condition has no parameter.
        UNKNOWN_PARAMETER,
        /// A value of the context is not of its parameter's type.
        MISTYPED_VALUE,
        /// The context of the condition is longer than may be kept.
        CONTEXT_TOO_LARGE
    }
}
