package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.RelationshipFault;
import java.util.Locale;

/// One thing that is wrong with changes.
///
/// @param place a path into them: `writes/3/user`, `preconditions/0`
/// @param message what was found and what would do; it may be shown to the caller
public record ChangeFault(String place, Kind kind, String message) {

    /// What is wrong with changes besides what is wrong with one relationship.
    public sealed interface Kind {

        /// The relationship itself is faulty.
        record OfRelationship(RelationshipFault.Kind kind) implements Kind {}

        /// The changes as a whole are.
        enum OfChanges implements Kind {
            /// There is nothing to do.
            EMPTY,
            TOO_MANY,
            /// One that was named before.
            DUPLICATE,
            /// A precondition that names neither object nor user would search everything.
            TOO_WIDE
        }

        /// They do not go with what is there.
        enum OfState implements Kind {
            EXISTS,
            DOES_NOT_EXIST,
            /// It is there with another condition.
            DIFFERS,
            /// A precondition does not hold.
            PRECONDITION
        }

        /// In lower case with hyphens, as problems name rules.
        default String rule() {
            var constant = this instanceof OfRelationship(var of) ? of.name() : ((Enum<?>) this).name();
            return constant.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ChangeFault of(String place, RelationshipFault fault) {
        return new ChangeFault(place + "/" + fault.place(), new Kind.OfRelationship(fault.kind()), fault.message());
    }
}
