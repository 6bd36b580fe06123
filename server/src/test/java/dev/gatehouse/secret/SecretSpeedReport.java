package dev.gatehouse.secret;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Prints what secrets and password hashes cost one core of this machine. Not part of the tests; run it by
/// `mvn -B -pl server -am test -Dtest=SecretSpeedReport -Dsurefire.failIfNoSpecifiedTests=false`.
class SecretSpeedReport {
    @Test
    void small_things() {
        System.out.println(CryptoProvider.installed());
        var sealing = Sealing.under(MasterKey.of("a secret of alice and bob, long enough"), "report");
        var sealed = sealing.seal(new byte[300], "main/1");
        var token = OpaqueToken.random(OpaqueToken.Kind.REFRESH_TOKEN);
        Stopwatch.print("digest of a token", () -> Digest.of(token));
        Stopwatch.print("new opaque token", () -> OpaqueToken.random(OpaqueToken.Kind.REFRESH_TOKEN));
        Stopwatch.print("new id", () -> TimeOrderedUuid.at(Instant.EPOCH));
        Stopwatch.print("seal 300 bytes", () -> sealing.seal(new byte[300], "main/1"));
        Stopwatch.print("open 300 bytes", () -> sealing.open(sealed, "main/1"));
    }

    @Test
    void password_hashes() {
        for (var argon2 : Argon2.values()) {
            hash(argon2, PasswordCost.DEFAULT);
            hash(argon2, new PasswordCost(46 * 1024, 1, 1));
            hash(argon2, new PasswordCost(64 * 1024, 3, 1));
        }
    }

    private static void hash(Argon2 argon2, PasswordCost cost) {
        Stopwatch.print(argon2 + " " + cost, () -> argon2.hash(new byte[32], new byte[16], cost, 32));
    }
}
