package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientKeySet;
import dev.gatehouse.client.TokenForm.Encryption;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import java.util.Map;
import java.util.Optional;

/// Signs what is meant for one client, and encrypts it for that client's key if that was agreed on: signed first, so
/// that nobody can put another signature on it (OpenID Connect Core §16.14).
///
/// Not to be called in a transaction: a key may have to be made, or fetched.
public final class Envelopes {

    static final String TYPE = "JWT";

    private final Pen pen;
    private final ClientKeySet clientKeys;

    public Envelopes(SigningKeys keys, ClientKeySet clientKeys) {
        this.pen = new Pen(keys, TYPE);
        this.clientKeys = clientKeys;
    }

    /// @throws ClientKeyMissing when there is nobody to encrypt it for
    String signed(Client client, JwtAlgorithm algorithm, Optional<Encryption> encryption, Map<String, Object> claims) {
        var jwt = pen.sign(algorithm, claims);
        return encryption.map(how -> encrypted(client, how, jwt, true)).orElse(jwt);
    }

    /// Without a signature.
    ///
    /// @throws ClientKeyMissing when there is nobody to encrypt it for
    String encrypted(Client client, Encryption how, Map<String, Object> claims) {
        return encrypted(client, how, new String(StrictJson.bytes(claims), UTF_8), false);
    }

    /// @param algorithm as the client asked for one; empty: RS256
    static JwtAlgorithm signatureOf(Optional<String> algorithm) {
        return algorithm.flatMap(JwtAlgorithm::named).orElse(SigningKeys.EVERYBODYS);
    }

    private String encrypted(Client client, Encryption how, String text, boolean isJwt) {
        return clientKeys
                .encrypting(client, how.algorithm())
                .orElseThrow(() -> new ClientKeyMissing(client.id(), how.algorithm()))
                .encrypt(how.algorithm(), how.method(), text, isJwt);
    }
}
