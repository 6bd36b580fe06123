package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.CelType.ListOf;
import dev.gatehouse.permissions.cel.CelType.MapOf;
import dev.gatehouse.permissions.cel.CelType.Simple;
import java.util.Arrays;
import java.util.Optional;

/// Reads types as people write them.
final class CelTypeText {

    private CelTypeText() {}

    static Optional<CelType> parse(String text, int deepest) {
        if (!text.endsWith(">")) return simple(text);

        var open = text.indexOf('<');
        if (open < 0 || deepest == 0) return Optional.empty();
        var part = parse(text.substring(open + 1, text.length() - 1).strip(), deepest - 1);
        return switch (text.substring(0, open).strip()) {
            case "list" -> part.map(ListOf::new);
            case "map" -> part.map(MapOf::new);
            default -> Optional.empty();
        };
    }

    private static Optional<CelType> simple(String text) {
        return Arrays.<CelType>stream(Simple.values())
                .filter(type -> type.toString().equals(text))
                .findFirst();
    }
}
