package dev.gatehouse.jose;

import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.secret.Stopwatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Prints what signed tokens cost one core of this machine. Not part of the tests; run it by `mvn -B -pl server
/// -am test -Dtest=TokenSpeedReport -Dsurefire.failIfNoSpecifiedTests=false`.
class TokenSpeedReport {
    private static final Map<String, Object> CLAIMS = Map.of(
            "iss", "https://id.example",
            "aud", "https://api.example",
            "sub", "019aab7c-4f00-7c3e-9d5b-8a1f00c0ffee",
            "client_id", "web",
            "scope", "openid profile email",
            "jti", "019aab7c-4f00-7c3e-9d5b-8a1f00c0ffef",
            "exp", Instant.now().getEpochSecond() + 900);

    @Test
    void each_algorithm() {
        System.out.println(CryptoProvider.installed());
        for (var algorithm : JwtAlgorithm.values()) tokens(algorithm);
    }

    private static void tokens(JwtAlgorithm algorithm) {
        var key = Keys.of(algorithm);
        var signer = new JwtSigner(key, "at+jwt");
        var json = StrictJson.bytes(CLAIMS);
        var token = signer.sign(CLAIMS);
        var forgetful = verifier(key, 0);
        var remembering = verifier(key, 10_000);

        Stopwatch.print(algorithm + " sign", () -> signer.sign(json));
        Stopwatch.print(algorithm + " verify", () -> forgetful.verify(token));
        Stopwatch.print(algorithm + " verify, remembered", () -> remembering.verify(token));
    }

    private static JwtVerifier verifier(SigningKey key, int remembering) {
        var expected = JwtExpectations.ofOurOwn(
                "at+jwt", "https://id.example", "https://api.example", Set.of(key.algorithm()));
        return new JwtVerifier(expected, Keys.only(key), InstantSource.system(), remembering);
    }
}
