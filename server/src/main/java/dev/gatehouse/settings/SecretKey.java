package dev.gatehouse.settings;

import static dev.gatehouse.settings.Variable.JWT_SECRET_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Finds `JWT_SECRET_KEY`, and judges whether it is a secret worth the name.
///
/// @param kept where the one of the embedded database is kept; empty for PostgreSQL, whose nodes must share one
/// @param looking whether nothing may be made
record SecretKey(Values values, Optional<KeptSecret> kept, boolean looking) {

    /// For algorithms that do not sign with it: it seals the keys that do, by AES-256.
    private static final int LEAST_BYTES = 32;

    private static final int LEAST_CHARACTERS = 10;

    /// The digest of a well-known tutorial's key, which many a service has taken along: everybody knows it.
    private static final String PUBLISHED = "Vw2tQ94a9Mkl-SwWpopQk22kK33W_eskhQUHoRmarIk";

    /// @return the key; not to be used when a fault was found
    MasterKey judge(JwtAlgorithm algorithm) {
        var key = values.find(JWT_SECRET_KEY).or(() -> kept.map(this::readOrMake));
        key.ifPresentOrElse(given -> judge(given, algorithm), this::missing);
        return MasterKey.of(key.filter(given -> !given.isEmpty()).orElse("missing"));
    }

    private void missing() {
        values.fault(JWT_SECRET_KEY, "nothing", "Make one with `./gatehouse secret`, and give every node the same.");
    }

    private String readOrMake(KeptSecret file) {
        try {
            return looking ? file.read().orElseGet(KeptSecret::random) : file.readOrMake();
        } catch (UncheckedIOException fault) {
            var advice = "Let this user write there: " + fault.getMessage() + ".";
            values.fault(Variable.DATA_DIR, file.file() + ", which cannot be read or made", advice);
            return KeptSecret.random();
        }
    }

    private void judge(String key, JwtAlgorithm algorithm) {
        var least = Math.max(LEAST_BYTES, algorithm.minimumSecretBytes());
        var bytes = key.getBytes(UTF_8).length;
        if (bytes < least)
            values.fault(
                    JWT_SECRET_KEY,
                    bytes + " bytes",
                    "%s needs at least %d (RFC 7518 §3.2); make one with `./gatehouse secret`."
                            .formatted(algorithm.headerName(), least));
        else if (Digest.of(key).equals(PUBLISHED))
            values.fault(
                    JWT_SECRET_KEY,
                    "a key that is printed in a tutorial",
                    "Everybody knows it; make your own with `./gatehouse secret`.");
        else if (key.codePoints().distinct().count() < LEAST_CHARACTERS)
            values.fault(
                    JWT_SECRET_KEY,
                    "a few characters repeated",
                    "It can be guessed; make one with `./gatehouse secret`.");
    }
}
