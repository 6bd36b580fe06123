package dev.gatehouse.permissions.cel;

/// Reads one string of an expression: in one or three quotes of either kind, raw after an `r`.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values CEL: strings
final class Quoted {

    /// @param meaning what the string is, its escapes resolved
    /// @param end where the text goes on after it
    record Read(String meaning, int end) {}

    private final String source;
    private final Faults faults;
    private final StringBuilder meaning = new StringBuilder();
    private int at;

    private Quoted(String source, int at, Faults faults) {
        this.source = source;
        this.at = at;
        this.faults = faults;
    }

    /// Whether a string begins there, with or without a prefix.
    static boolean beginsAt(String source, int at) {
        var quote = at;
        while (quote < source.length() && quote < at + 2 && "rRbB".indexOf(source.charAt(quote)) >= 0) quote++;
        return quote < source.length() && (source.charAt(quote) == '"' || source.charAt(quote) == '\'');
    }

    static Read read(String source, int at, Faults faults) {
        return new Quoted(source, at, faults).read();
    }

    /// A character as a fault may print it.
    static String shown(int character) {
        var printable = character > ' ' && Character.isDefined(character) && !Character.isISOControl(character);
        return printable ? "\"" + Character.toString(character) + "\"" : "U+%04X".formatted(character);
    }

    private Read read() {
        var start = at;
        var raw = false;
        for (; source.charAt(at) != '"' && source.charAt(at) != '\''; at++) {
            if ("bB".indexOf(source.charAt(at)) >= 0) faults.add(at, "there are no byte strings in conditions");
            else raw = true;
        }
        var one = source.substring(at, at + 1);
        var three = source.startsWith(one.repeat(3), at);
        var quote = three ? one.repeat(3) : one;
        at += quote.length();
        while (!source.startsWith(quote, at)) {
            var ends = at >= source.length() || !three && (source.charAt(at) == '\n' || source.charAt(at) == '\r');
            if (ends) return unfinished(start, quote);
            character(raw);
        }
        return new Read(meaning.toString(), at + quote.length());
    }

    private Read unfinished(int start, String quote) {
        var hint = quote.length() == 1 ? " on the same line" : "";
        faults.add(start, "this string does not end: " + quote + " is expected" + hint);
        return new Read(meaning.toString(), at);
    }

    private void character(boolean raw) {
        if (raw || source.charAt(at) != '\\') meaning.append(source.charAt(at++));
        else escape();
    }

    private void escape() {
        var kind = at + 1 < source.length() ? source.charAt(at + 1) : '\n';
        switch (kind) {
            case 'a' -> simple('\u0007');
            case 'b' -> simple('\b');
            case 'f' -> simple('\f');
            case 'n' -> simple('\n');
            case 'r' -> simple('\r');
            case 't' -> simple('\t');
            case 'v' -> simple('\u000b');
            case '\\', '?', '"', '\'', '`' -> simple(kind);
            case 'x', 'X' -> number(2, 2, 16);
            case 'u' -> number(2, 4, 16);
            case 'U' -> number(2, 8, 16);
            case '0', '1', '2', '3' -> number(1, 3, 8);
            default -> {
                faults.add(at, "unknown escape \\" + (kind == '\n' ? "" : kind) + ": a backslash itself is \\\\");
                at++;
            }
        }
    }

    private void simple(char character) {
        meaning.append(character);
        at += 2;
    }

    private void number(int prefix, int length, int radix) {
        var from = at + prefix;
        var end = from;
        while (end < source.length() && end < from + length && Character.digit(source.charAt(end), radix) >= 0) end++;
        var character = end == from + length ? Long.parseLong(source, from, end, radix) : -1;
        if (character < 0 || character > Character.MAX_CODE_POINT || character >= 0xD800 && character <= 0xDFFF)
            faults.add(
                    at,
                    "an escape " + source.substring(at, from) + " needs " + length + " digits that name a character");
        else meaning.appendCodePoint((int) character);
        at = end;
    }
}
