package dev.gatehouse.openfga;

import dev.gatehouse.relation.RelationshipFilter;
import java.util.Optional;
import java.util.stream.Stream;

/// Which tuples are read: OpenFGA's partial tuple keys.
///
/// @spec https://openfga.dev/api/service#/Relationship%20Tuples/Read OpenFGA: Read
final class TupleFilter {

    private TupleFilter() {}

    /// A member that is empty counts as left out. `document:` is every object of the type.
    static Outcome<RelationshipFilter> read(Optional<String> user, Optional<String> relation, Optional<String> object) {
        var ofObject = filled(object);
        var ofUser = filled(user);
        if (ofObject.isEmpty() || ofObject.get().indexOf(':') < 1)
            return invalid("tuple_key/object must name an object as TYPE:ID, or a type as TYPE: together with a user");
        if (isType(ofObject.get()) && ofUser.isEmpty())
            return invalid("tuple_key/user must be there where tuple_key/object is a type only; "
                    + "leave tuple_key out to read everything");
        if (Stream.of(ofUser, ofObject, filled(relation))
                .flatMap(Optional::stream)
                .anyMatch(TupleFilter::hasSpace)) return invalid("tuple_key must have no spaces in it");
        if (ofUser.isPresent() && ofUser.get().indexOf(':') < 1)
            return invalid("tuple_key/user must be TYPE:ID, TYPE:ID#RELATION or TYPE:*");
        return Outcome.done(new RelationshipFilter(
                ofObject.filter(name -> !isType(name)),
                ofObject.filter(TupleFilter::isType).map(TupleFilter::type),
                filled(relation),
                ofUser.filter(name -> !isType(name)),
                ofUser.filter(TupleFilter::isType).map(TupleFilter::type)));
    }

    private static Optional<String> filled(Optional<String> member) {
        return member.filter(text -> !text.isEmpty());
    }

    private static boolean hasSpace(String name) {
        return name.chars().anyMatch(Character::isWhitespace);
    }

    private static boolean isType(String name) {
        return name.indexOf(':') == name.length() - 1;
    }

    private static String type(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static Outcome<RelationshipFilter> invalid(String why) {
        return Outcome.failed(FailureCode.VALIDATION_ERROR, why);
    }
}
