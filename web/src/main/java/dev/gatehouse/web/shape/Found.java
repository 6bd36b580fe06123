package dev.gatehouse.web.shape;

import java.util.Collection;
import java.util.Map;

/// How a fault shows what stood there: enough to recognise it, never enough to leak a secret or to fill a log.
final class Found {
    private static final int LONGEST = 60;

    private Found() {}

    static String text(String text, boolean secret) {
        if (secret) return "a string of " + text.codePointCount(0, text.length()) + " characters";
        return quoted(text);
    }

    static String value(Object value, boolean secret) {
        return switch (value) {
            case String text -> text(text, secret);
            case Collection<?> items -> items.size() + (items.size() == 1 ? " item" : " items");
            case Map<?, ?> members -> members.size() + (members.size() == 1 ? " member" : " members");
            case Number _ when secret -> "a number";
            case Boolean _ when secret -> "a boolean";
            case Object _ when secret -> "a value";
            case Number number -> shortened(number.toString());
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    static String number(String literal, boolean secret) {
        return secret ? "a number" : shortened(literal);
    }

    /// A caller's own name for something, safe to print.
    static String name(String name) {
        var quoted = quoted(name);
        return quoted.substring(1, quoted.length() - 1);
    }

    /// In quotes, so that "1" and 1 can be told apart, and with control characters written out.
    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        var cut = shortened(text);
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            boolean lone = Character.isSurrogate(c) && !inPair(cut, i);
            if (c < ' ' || c == 0x7f || lone) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    private static boolean inPair(String text, int at) {
        if (Character.isHighSurrogate(text.charAt(at)))
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
