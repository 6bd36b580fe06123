package dev.gatehouse.role;

import java.util.Optional;

/// Where somebody holds a role.
public sealed interface Reach {

    /// Types of things stand before a slash in their names; `everything` is what all are a part of.
    String TYPE = "(?!everything$)[A-Za-z0-9][A-Za-z0-9_.-]{0,49}";

    /// What cannot be seen would make two things look alike.
    String ID = "[^\\s#\\p{Cntrl}]+";

    int LONGEST_ID = 120;

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

    /// @param text as people write it, `document` or `document:charter`
    /// @return empty if nothing can be called so
    static Optional<Reach> parse(String text) {
        var colon = text.indexOf(':');
        var type = colon < 0 ? text : text.substring(0, colon);
        if (!type.matches(TYPE)) return Optional.empty();
        if (colon < 0) return Optional.of(new OfType(type));
        var id = text.substring(colon + 1);
        return id.length() <= LONGEST_ID && id.matches(ID) ? Optional.of(new OneThing(type, id)) : Optional.empty();
    }

    /// In words: `everywhere`, `on every document`, `on document:charter`.
    default String words() {
        return switch (this) {
            case Everywhere _ -> "everywhere";
            case OfType(var type) -> "on every " + type;
            case OneThing(var type, var id) -> "on " + type + ":" + id;
        };
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
