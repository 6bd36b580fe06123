package dev.gatehouse.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.Sealing;
import dev.gatehouse.tenant.Tenant;
import java.time.Instant;

/// Makes keys ready to be stored, and opens those that are. Making and sealing take time, so neither is done inside
/// a transaction.
record KeyChest(Sealing sealing) {

    static KeyChest of(MasterKey master) {
        return new KeyChest(Sealing.under(master, "signing keys"));
    }

    /// A key that nobody has seen yet.
    record Fresh(SigningKey key, String sealed) {

        StoredKey stored(StoredKey.State state, Instant now) {
            return new StoredKey(Tenant.MAIN, key.kid(), key.algorithm(), state, sealed, now, now);
        }
    }

    Fresh make(JwtAlgorithm algorithm) {
        var key = SigningKey.generate(algorithm);
        return new Fresh(key, sealing.seal(key.toJson().getBytes(UTF_8), StoredKey.context(Tenant.MAIN, key.kid())));
    }

    /// @throws KeysDoNotOpen when it was sealed under another `JWT_SECRET_KEY`
    SigningKey open(StoredKey stored) {
        return sealing.open(stored.sealedKey(), stored.context())
                .map(json -> SigningKey.parse(new String(json, UTF_8)))
                .orElseThrow(() -> new KeysDoNotOpen("The signing key " + stored.kid()));
    }
}
