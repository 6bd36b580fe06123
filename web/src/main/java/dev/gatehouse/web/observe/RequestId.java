package dev.gatehouse.web.observe;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The name of one request: in its answer, in every log line written while it runs, in audit records.
public final class RequestId {
    /// Bound by the server around every request.
    public static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 16;
    private static final int LONGEST = 128;

    /// What could end a quotation, or begin markup, wherever the id is written.
    private static final String UNSAFE = "\"'`\\<>";

    private RequestId() {}

    public static Optional<String> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Names a request, it guards nothing: a fast random source will do.
    public static String make() {
        var random = ThreadLocalRandom.current();
        var id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) id[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        return new String(id);
    }

    /// Whether a caller's own id may stand in our logs and headers: visible ASCII, in one word.
    public static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > LONGEST) return false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 0x7f || UNSAFE.indexOf(c) >= 0) return false;
        }
        return true;
    }
}
