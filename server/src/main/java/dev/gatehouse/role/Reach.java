package dev.gatehouse.role;

import java.util.Optional;

/// Where somebody holds a role.
sealed interface Reach {

    Reach EVERYWHERE = new Everywhere();

    record Everywhere() implements Reach {}

    /// On everything of a type, as `document`.
    record OfType(String type) implements Reach {}

    /// On one thing, as the `charter` among documents.
    record OneThing(String type, String id) implements Reach {}

    /// @param path as [RoleNames] spells it, `document` or `document/charter`
    static Reach of(String path) {
        var slash = path.indexOf('/');
        return slash < 0 ? new OfType(path) : new OneThing(path.substring(0, slash), path.substring(slash + 1));
    }

    /// The thing as relationships call it.
    default String thing() {
        return switch (this) {
            case Everywhere _ -> RoleNames.EVERYTHING;
            case OfType(var type) -> "thing:" + type;
            case OneThing(var type, var id) -> "thing:" + type + "/" + id;
        };
    }

    /// What it is a part of.
    default Optional<Reach> wider() {
        return switch (this) {
            case Everywhere _ -> Optional.empty();
            case OfType _ -> Optional.of(EVERYWHERE);
            case OneThing(var type, var _) -> Optional.of(new OfType(type));
        };
    }
}
