package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Where a page of relationships ended, as callers send it back.
final class ListCursor {

    /// It stands in no name.
    private static final String BETWEEN = "\n";

    private ListCursor() {}

    static String after(Relationship last) {
        var text = String.join(BETWEEN, last.object(), last.relation(), last.user());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Relationship> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            return parts.length == 3 && isStorable(parts)
                    ? Optional.of(Relationship.of(parts[0], parts[1], parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// No database takes U+0000.
    private static boolean isStorable(String... parts) {
        for (var part : parts) if (part.indexOf('\0') >= 0) return false;
        return true;
    }
}
