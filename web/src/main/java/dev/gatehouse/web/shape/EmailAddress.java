package dev.gatehouse.web.shape;

import java.util.regex.Pattern;

/// What `@Email` takes: enough to catch slips and to keep headers and logs safe, no more. Whether an address
/// exists, only a message to it tells.
///
/// One `@`; before it 1 to 64 characters, after it a domain of at least two labels; no spaces, controls, quotes
/// or comments; at most 254 characters in all. Letters of every script are taken on both sides (RFC 6531).
///
/// @spec https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 RFC 5321 §4.5.3.1
final class EmailAddress {
    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");

    private EmailAddress() {}

    static boolean isValid(String text) {
        // Length first: no pattern ever sees a long text.
        if (text.codePointCount(0, text.length()) > LONGEST) return false;
        int at = text.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || at != text.lastIndexOf('@')) return false;
        return LOCAL_PART.matcher(text.substring(0, at)).matches() && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2) return false;
        for (var label : labels) if (!LABEL.matcher(label).matches()) return false;
        // 127.0.0.1 is an address of a host, not a mail domain.
        return !labels[labels.length - 1].chars().allMatch(Character::isDigit);
    }
}
