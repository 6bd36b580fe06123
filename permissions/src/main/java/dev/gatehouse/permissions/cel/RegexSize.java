package dev.gatehouse.permissions.cel;

import java.util.ArrayDeque;

/// How large the program of a regular expression will be, before it is built: a few characters,
/// `((a{999}){999}){999}`, can ask for more memory than there is.
final class RegexSize {

    static final int LARGEST = 5_000;

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 50;

    private final String pattern;
    /// Of the groups that are open, the outermost last.
    private final ArrayDeque<Long> around = new ArrayDeque<>();
    private long total;
    /// What a repetition would repeat.
    private long last;
    private int at;

    private RegexSize(String pattern) {
        this.pattern = pattern;
    }

    /// @return more than [#LARGEST] if it is too large; as good as nothing is said of a text that is no
    ///     pattern
    static int of(String pattern) {
        if (pattern.length() > LONGEST) return Integer.MAX_VALUE;
        var size = new RegexSize(pattern);
        while (size.at < pattern.length()) {
            size.next();
            if (size.total > LARGEST || size.around.size() > DEEPEST) return Integer.MAX_VALUE;
        }
        return (int) size.total + 1;
    }

    private void next() {
        switch (pattern.charAt(at++)) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> set();
            case '{' -> repeat();
            case '\\' -> {
                at++;
                one();
            }
            default -> one();
        }
    }

    private void one() {
        last = 1;
        total++;
    }

    private void open() {
        around.push(total);
        total = 0;
        last = 0;
    }

    private void close() {
        last = total + 2;
        total = last + (around.isEmpty() ? 0 : around.pop());
    }

    /// To its end, which may not be its first character.
    private void set() {
        if (at < pattern.length() && pattern.charAt(at) == '^') at++;
        if (at < pattern.length() && pattern.charAt(at) == ']') at++;
        while (at < pattern.length() && pattern.charAt(at) != ']') at += pattern.charAt(at) == '\\' ? 2 : 1;
        at++;
        one();
    }

    private void repeat() {
        var end = pattern.indexOf('}', at);
        var counts = end < 0 ? "" : pattern.substring(at, end);
        if (!counts.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            one();
            return;
        }
        at = end + 1;
        var comma = counts.indexOf(',');
        var least = Long.parseLong(comma < 0 ? counts : counts.substring(0, comma));
        var most = comma < 0 || comma + 1 == counts.length() ? least + 1 : Long.parseLong(counts.substring(comma + 1));
        var times = Math.max(1, Math.max(least, most));
        total += last * (times - 1);
        last *= times;
    }
}
