package dev.gatehouse.dpop;

import dev.gatehouse.secret.Base64Url;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Values that nobody can know before their time. Each is a keyed digest of a stretch of time: every node knows them,
/// and none is kept.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-8 RFC 9449 §8
final class Nonces {

    /// A nonce is handed out for so long, and then good for once more as long.
    static final Duration STRETCH = Duration.ofMinutes(2);

    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private volatile Issued latest;

    private record Issued(long stretch, String value) {}

    Nonces(MasterKey master, InstantSource clock) {
        this.key = new SecretKeySpec(master.derive("DPoP nonce"), "HmacSHA256");
        this.clock = clock;
        this.latest = issued(now());
    }

    /// The one to send with the next proof.
    String current() {
        var now = now();
        var ready = latest;
        if (ready.stretch() != now) latest = ready = issued(now);
        return ready.value();
    }

    /// That of the stretch before is good as well, and that of the next: another node's clock may be ahead.
    boolean isGood(String presented) {
        if (Digest.isEqual(current(), presented)) return true;
        var now = now();
        return LongStream.of(now - 1, now + 1)
                .mapToObj(this::issued)
                .anyMatch(issued -> Digest.isEqual(issued.value(), presented));
    }

    /// From when on whatever is good now is good no more.
    Instant goodUntil() {
        return Instant.ofEpochSecond((now() + 3) * STRETCH.toSeconds());
    }

    private long now() {
        return Math.floorDiv(clock.instant().getEpochSecond(), STRETCH.toSeconds());
    }

    private Issued issued(long stretch) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(stretch).array());
            return new Issued(stretch, Base64Url.encode(Arrays.copyOf(digest, BYTES)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", fault);
        }
    }
}
