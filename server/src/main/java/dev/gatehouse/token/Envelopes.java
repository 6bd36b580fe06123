package dev.gatehouse.token;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.TokenForm.Encryption;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import java.util.Map;
import java.util.Optional;

/// Signs what is meant for one client, and encrypts it if that was agreed on.
public final class Envelopes {

    static final String TYPE = "JWT";

    private final Pen pen;

    public Envelopes(SigningKeys keys) {
        this.pen = new Pen(keys, TYPE);
    }

    /// @param algorithm of the signature; empty: RS256
    String of(Client client, Optional<String> algorithm, Optional<Encryption> encryption, Map<String, Object> claims) {
        return pen.sign(signatureOf(algorithm), claims);
    }

    static JwtAlgorithm signatureOf(Optional<String> algorithm) {
        return algorithm.flatMap(JwtAlgorithm::named).orElse(SigningKeys.EVERYBODYS);
    }
}
