package dev.gatehouse.permissions.relation;

import dev.gatehouse.permissions.relation.RelationshipFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How names are written, whatever the model says.
///
/// Nobody may see two names alike that differ by what cannot be seen, so there is no space in them, no
/// control character and no sign that only tells how others are shown.
final class NameRules {

    static final int OBJECT_BYTES = 256;
    static final int USER_BYTES = 512;
    static final int RELATION_BYTES = 50;

    private NameRules() {}

    static Optional<RelationshipFault> object(String name) {
        return tooLong("object", name, OBJECT_BYTES).or(() -> {
            if (!isObject(name)) return malformed("object", "one thing as TYPE:ID, such as document:charter", name);
            if (Names.isEverybody(name)) return malformed("object", "one thing, not everything of a type", name);
            return Optional.empty();
        });
    }

    static Optional<RelationshipFault> relation(String name) {
        return tooLong("relation", name, RELATION_BYTES)
                .or(() -> isWord(name)
                        ? Optional.empty()
                        : malformed("relation", "a word without : # @ or spaces, such as viewer", name));
    }

    static Optional<RelationshipFault> user(String name) {
        return tooLong("user", name, USER_BYTES)
                .or(() -> isUser(name)
                        ? Optional.empty()
                        : malformed("user", "TYPE:ID, TYPE:ID#RELATION or TYPE:*, such as person:bob", name));
    }

    private static boolean isUser(String name) {
        var hash = name.indexOf('#');
        if (hash < 0) return isObject(name);
        var object = name.substring(0, hash);
        return isObject(object) && !Names.isEverybody(object) && isWord(name.substring(hash + 1));
    }

    private static boolean isObject(String name) {
        var colon = name.indexOf(':');
        return colon > 0 && isWord(name.substring(0, colon)) && isId(name.substring(colon + 1));
    }

    private static boolean isWord(String text) {
        return isId(text) && text.indexOf(':') < 0 && text.indexOf('@') < 0;
    }

    /// Everybody is `*` alone; with anything beside it, it would be mistaken for a pattern.
    private static boolean isId(String text) {
        return !text.isEmpty() && text.indexOf('#') < 0 && text.codePoints().allMatch(NameRules::isVisible);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static Optional<RelationshipFault> tooLong(String place, String name, int most) {
        // A character is a byte at least: what is far too long is not encoded to be told so.
        var bytes = name.length() > most ? name.length() : name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= most) return Optional.empty();
        return Optional.of(new RelationshipFault(
                place, Kind.NAME_TOO_LONG, "must be " + most + " bytes long at most; it has " + bytes));
    }

    private static Optional<RelationshipFault> malformed(String place, String expected, String found) {
        return Optional.of(
                new RelationshipFault(place, Kind.MALFORMED_NAME, "must be " + expected + "; it is \"" + found + "\""));
    }
}
