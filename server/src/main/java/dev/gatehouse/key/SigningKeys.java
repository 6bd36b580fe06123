package dev.gatehouse.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.secret.Sealing;
import dev.gatehouse.tenant.Tenant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of this server: the one that signs, and all that verify.
public final class SigningKeys {

    private static final String PURPOSE = "signing keys";

    private final SigningKey current;
    private final Map<String, VerificationKey> byKid;

    private SigningKeys(SigningKey current, Map<String, VerificationKey> byKid) {
        this.current = current;
        this.byKid = Map.copyOf(byKid);
    }

    /// Loads the keys, and makes the one that signs if there is none yet.
    ///
    /// @throws KeysDoNotOpen when they were sealed under another `JWT_SECRET_KEY`
    public static SigningKeys load(Database database, MasterKey master, JwtAlgorithm algorithm, AuditLog audit) {
        var sealing = Sealing.under(master, PURPOSE);
        var store = new KeyStore();
        if (!algorithm.isSymmetric()) ensureCurrent(database, store, sealing, algorithm, audit);
        var byKid = new LinkedHashMap<String, VerificationKey>();
        var current = algorithm.isSymmetric()
                ? Optional.of(SigningKey.ofSecret(algorithm, master.forHmacSigning()))
                : Optional.<SigningKey>empty();
        for (var stored : database.read(tx -> store.list(tx, Tenant.MAIN))) {
            var key = open(stored, sealing);
            byKid.put(key.kid(), key.verificationKey());
            if (stored.algorithm() == algorithm && stored.state() == StoredKey.State.CURRENT)
                current = Optional.of(key);
        }
        var signing = current.orElseThrow();
        byKid.put(signing.kid(), signing.verificationKey());
        return new SigningKeys(signing, byKid);
    }

    /// Opens every stored key, changing nothing.
    ///
    /// @return how many there are
    /// @throws KeysDoNotOpen when they were sealed under another `JWT_SECRET_KEY`
    public static int check(Database database, MasterKey master) {
        var sealing = Sealing.under(master, PURPOSE);
        var stored = database.read(tx -> new KeyStore().list(tx, Tenant.MAIN));
        stored.forEach(key -> open(key, sealing));
        return stored.size();
    }

    /// The key that new tokens are signed with.
    public SigningKey current() {
        return current;
    }

    public Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    public Collection<VerificationKey> all() {
        return byKid.values();
    }

    /// The public keys, for the JWK set; none of them is secret.
    public List<Map<String, Object>> published() {
        return byKid.values().stream().flatMap(key -> key.publicJwk().stream()).toList();
    }

    private static SigningKey open(StoredKey stored, Sealing sealing) {
        return sealing.open(stored.sealedKey(), stored.context())
                .map(json -> SigningKey.parse(new String(json, UTF_8)))
                .orElseThrow(() -> new KeysDoNotOpen(stored.kid()));
    }

    /// Two nodes that start together both make a key; the database keeps the first.
    private static void ensureCurrent(
            Database database, KeyStore store, Sealing sealing, JwtAlgorithm algorithm, AuditLog audit) {
        if (database.read(tx -> store.hasCurrent(tx, Tenant.MAIN, algorithm))) return;
        var key = SigningKey.generate(algorithm);
        var sealed = sealing.seal(key.toJson().getBytes(UTF_8), StoredKey.context(Tenant.MAIN, key.kid()));
        try {
            database.write(tx -> add(tx, store, key, sealed, audit));
        } catch (ConstraintViolation violation) {
            if (!database.read(tx -> store.hasCurrent(tx, Tenant.MAIN, algorithm))) throw violation;
        }
    }

    private static StoredKey add(Tx tx, KeyStore store, SigningKey key, String sealed, AuditLog audit) {
        var stored = new StoredKey(Tenant.MAIN, key.kid(), key.algorithm(), StoredKey.State.CURRENT, sealed, tx.now());
        store.add(tx, stored);
        audit.append(
                tx,
                new AuditEvent(
                        Tenant.MAIN,
                        "key.made",
                        key.kid(),
                        Origin.SERVER,
                        Map.of("algorithm", key.algorithm().headerName())));
        return stored;
    }
}
