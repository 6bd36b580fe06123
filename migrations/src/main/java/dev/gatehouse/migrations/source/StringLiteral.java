package dev.gatehouse.migrations.source;

/// A string as Java writes it.
final class StringLiteral {
    private StringLiteral() {}

    static String of(String value) {
        var literal = new StringBuilder("\"");
        for (var c : value.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return literal.append('"').toString();
    }
}
