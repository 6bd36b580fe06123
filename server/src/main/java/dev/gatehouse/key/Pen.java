package dev.gatehouse.key;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.JwtSigner;
import dev.gatehouse.jose.SigningKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signs tokens of one type, each time with the key that is the current one of its algorithm.
public final class Pen {

    private final SigningKeys keys;
    private final String type;
    private final Map<JwtAlgorithm, Held> held = new ConcurrentHashMap<>();

    /// A key with its encoded header; another one is taken when the key rotates.
    private record Held(SigningKey key, JwtSigner signer) {}

    /// @param type of the tokens, as their `typ` says it
    public Pen(SigningKeys keys, String type) {
        this.keys = keys;
        this.type = type;
    }

    /// With the algorithm of the settings.
    public String sign(Map<String, Object> claims) {
        return sign(keys.current(), claims);
    }

    /// @param algorithm none of a shared secret. If it has no key yet, one is made: not to be called in a transaction
    public String sign(JwtAlgorithm algorithm, Map<String, Object> claims) {
        return sign(keys.current(algorithm), claims);
    }

    private String sign(SigningKey key, Map<String, Object> claims) {
        var ready = held.get(key.algorithm());
        if (ready == null || ready.key() != key) {
            ready = new Held(key, new JwtSigner(key, type));
            held.put(key.algorithm(), ready);
        }
        return ready.signer().sign(claims);
    }
}
