package dev.gatehouse.settings;

import static dev.gatehouse.settings.Variable.JWT_SECRET_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// Finds `JWT_SECRET_KEY`, and judges whether it is a secret worth the name.
record SecretKey(Values values, Path dataDir, boolean embedded) {

    /// For algorithms that do not sign with it: it seals the keys that do, by AES-256.
    private static final int LEAST_BYTES = 32;

    private static final int LEAST_CHARACTERS = 10;

    /// The key of a well-known tutorial, which many a service has taken along: everybody knows it.
    private static final String PUBLISHED = "Vw2tQ94a9Mkl-SwWpopQk22kK33W_eskhQUHoRmarIk";

    /// @param master unusable while there are faults
    record Judged(MasterKey master) {}

    Judged judge(JwtAlgorithm algorithm) {
        var key = values.find(JWT_SECRET_KEY).or(this::kept);
        if (key.isEmpty()) {
            values.required(JWT_SECRET_KEY, "Make one with `./gatehouse secret`, and give every node the same.");
            return new Judged(MasterKey.of("missing"));
        }
        judge(key.get(), algorithm);
        return new Judged(MasterKey.of(key.get()));
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

    /// The key that was made for the embedded database, or is made now.
    private Optional<String> kept() {
        if (!embedded) return Optional.empty();
        var file = new KeptSecret(dataDir);
        try {
            return Optional.of(file.readOrMake());
        } catch (UncheckedIOException fault) {
            values.fault(Variable.DATA_DIR, "The secret key cannot be kept there: " + fault.getCause().getMessage() + ".");
            return Optional.of("");
        }
    }
}
