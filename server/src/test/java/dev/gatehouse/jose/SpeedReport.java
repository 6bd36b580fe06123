package dev.gatehouse.jose;

import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.secret.PasswordCost;
import dev.gatehouse.secret.Passwords;
import dev.gatehouse.secret.Sealing;
import dev.gatehouse.secret.TimeOrderedUuid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Prints what cryptography costs on this machine, on one core. Not part of the tests; run it by
/// `mvn -B -pl server -am test -Dtest=SpeedReport -Dsurefire.failIfNoSpecifiedTests=false`.
class SpeedReport {
    private static final Duration ROUND = Duration.ofMillis(300);
    private static final MasterKey MASTER = MasterKey.of("a secret of alice and bob, long enough");

    @Test
    void report() {
        System.out.println(CryptoProvider.installed());
        for (var algorithm : JwtAlgorithm.values()) tokens(algorithm);

        var sealing = Sealing.under(MASTER, "report");
        var sealed = sealing.seal(new byte[300], "main/1");
        line("digest of a token", () -> Digest.of("ghr_0123456789012345678901234567890123456789012345678"));
        line("new opaque token", () -> OpaqueToken.random("ghr_"));
        line("new id", () -> TimeOrderedUuid.at(Instant.now()));
        line("seal 300 bytes", () -> sealing.seal(new byte[300], "main/1"));
        line("open 300 bytes", () -> sealing.open(sealed, "main/1"));
        passwords(PasswordCost.DEFAULT);
        passwords(new PasswordCost(46 * 1024, 1, 1));
        passwords(new PasswordCost(64 * 1024, 3, 1));
    }

    private static void tokens(JwtAlgorithm algorithm) {
        var key = Keys.of(algorithm);
        var signer = new JwtSigner(key, "at+jwt");
        var claims = Map.<String, Object>of(
                "iss", "https://id.example",
                "aud", "https://api.example",
                "sub", TimeOrderedUuid.at(Instant.now()).toString(),
                "client_id", "web",
                "scope", "openid profile email",
                "jti", TimeOrderedUuid.at(Instant.now()).toString(),
                "exp", Instant.now().getEpochSecond() + 900);
        var json = StrictJson.bytes(claims);
        var token = signer.sign(claims);

        line(algorithm + " sign", () -> signer.sign(json));
        var each = verifier(key, 0);
        line(algorithm + " verify", () -> each.verify(token));
        var remembering = verifier(key, 10_000);
        line(algorithm + " verify, remembered", () -> remembering.verify(token));
    }

    private static JwtVerifier verifier(SigningKey key, int remembering) {
        var expected = JwtExpectations.ofOurOwn(
                "at+jwt", "https://id.example", "https://api.example", Set.of(key.algorithm()));
        return new JwtVerifier(expected, Keys.only(key), InstantSource.system(), remembering);
    }

    private static void passwords(PasswordCost cost) {
        try (var passwords = new Passwords(cost, MASTER)) {
            line("password, " + cost, () -> passwords.verifyNobody("correct horse battery staple"));
        }
    }

    private static void line(String what, Runnable work) {
        round(work);
        round(work);
        var best = Math.min(round(work), round(work));
        System.out.printf("%-72s %12.2f µs %,12.0f/s%n", what, best / 1e3, 1e9 / best);
    }

    /// Nanoseconds for one piece of work.
    private static double round(Runnable work) {
        var start = System.nanoTime();
        var done = 0;
        do {
            work.run();
            done++;
        } while (System.nanoTime() - start < ROUND.toNanos());
        return (double) (System.nanoTime() - start) / done;
    }
}
