package dev.gatehouse.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Computes the digest that ties a record to all that came before it.
///
/// Every part goes in with its length before it, so that no two records can spell the same bytes.
final class Seal {

    private final SecretKey key;

    Seal(SecretKey key) {
        this.key = key;
    }

    String over(String previousDigest, AuditRecord record) {
        var mac = mac();
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(record.sequence()).flip());
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(micros(record.at())).flip());
        Stream.of(
                        previousDigest,
                        record.tenantId(),
                        record.action(),
                        record.subject(),
                        record.actor().map(actor -> "by " + actor).orElse("nobody"),
                        record.address(),
                        record.requestId(),
                        record.details())
                .map(part -> part.getBytes(UTF_8))
                .forEach(part -> {
                    mac.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(part.length)
                            .flip());
                    mac.update(part);
                });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000L);
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}
