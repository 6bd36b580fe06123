package dev.gatehouse.relation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Names the moment of a write: whoever shows it with a question is answered from that moment or a later one.
///
/// It is no secret and no proof. One that was made up names a moment that never was, and is refused as such.
///
/// @param revision of the tenant; 0 is the moment before the first write
/// @spec https://research.google/pubs/pub48190/ Zanzibar §2.4: zookies
public record ConsistencyToken(String tenantId, long revision) {

    private static final byte FORM = 1;
    private static final int LONGEST = 512;

    public ConsistencyToken {
        if (revision < 0) throw new IllegalArgumentException("no revision is " + revision);
    }

    /// As callers keep it and show it again. What is in it is nobody's business but ours.
    public String text() {
        var tenant = tenantId.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(1 + Long.BYTES + tenant.length);
        bytes.put(FORM).putLong(revision).put(tenant);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @param tenantId of whoever shows it: the moments of another tenant mean nothing here
    /// @return nothing if it is none of ours
    public static Optional<ConsistencyToken> read(String tenantId, String text) {
        return parse(text)
                .filter(token ->
                        token.tenantId().equals(tenantId) && token.text().equals(text));
    }

    private static Optional<ConsistencyToken> parse(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= 1 + Long.BYTES || bytes.get() != FORM) return Optional.empty();
            var revision = bytes.getLong();
            if (revision < 0) return Optional.empty();
            return Optional.of(
                    new ConsistencyToken(StandardCharsets.UTF_8.decode(bytes).toString(), revision));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
