package dev.gatehouse.key;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.tenant.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of this server: the one that signs, and all that verify. Held in memory, and loaded anew when one of
/// them changes.
public final class SigningKeys {

    private final KeyStore store = new KeyStore();
    private final Database database;
    private final KeyChest chest;
    private final JwtAlgorithm algorithm;
    private final Optional<SigningKey> shared;
    private volatile KeyRing ring;

    private SigningKeys(Database database, MasterKey master, JwtAlgorithm algorithm) {
        this.database = database;
        this.chest = KeyChest.of(master);
        this.algorithm = algorithm;
        this.shared = algorithm.isSymmetric()
                ? Optional.of(SigningKey.ofSecret(algorithm, master.forHmacSigning()))
                : Optional.empty();
    }

    /// Loads the keys, and makes the one that signs and the next one if they are not there yet.
    ///
    /// @param notices tells when another node has changed them
    /// @throws KeysDoNotOpen when they were sealed under another `JWT_SECRET_KEY`
    public static SigningKeys load(
            Database database, MasterKey master, JwtAlgorithm algorithm, AuditLog audit, Notices notices) {
        var keys = new SigningKeys(database, master, algorithm);
        // A shared secret seals no key that would not open. The first audit record knows it as well.
        if (algorithm.isSymmetric() && !database.read(tx -> audit.isOurs(tx, Tenant.MAIN)))
            throw new KeysDoNotOpen("The first audit record");
        if (!algorithm.isSymmetric()) {
            keys.ensure(StoredKey.State.CURRENT, audit, notices);
            keys.ensure(StoredKey.State.NEXT, audit, notices);
        }
        keys.reload();
        notices.listen(Topic.SIGNING_KEYS, keys::reload);
        return keys;
    }

    /// Opens every stored key, changing nothing.
    ///
    /// @return how many there are
    /// @throws KeysDoNotOpen when they were sealed under another `JWT_SECRET_KEY`
    public static int check(Database database, MasterKey master) {
        var chest = KeyChest.of(master);
        var stored = database.read(tx -> new KeyStore().list(tx, Tenant.MAIN));
        stored.forEach(chest::open);
        return stored.size();
    }

    /// The key that new tokens are signed with. It may be another at the next call.
    public SigningKey current() {
        return ring.current();
    }

    public Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(ring.byKid().get(kid));
    }

    public Collection<VerificationKey> all() {
        return ring.byKid().values();
    }

    /// The public keys, for the JWK set; none of them is secret.
    public List<Map<String, Object>> published() {
        return all().stream().flatMap(key -> key.publicJwk().stream()).toList();
    }

    /// What is stored, the oldest first.
    public List<KnownKey> stored() {
        return list().stream().map(KnownKey::of).toList();
    }

    JwtAlgorithm algorithm() {
        return algorithm;
    }

    KeyChest chest() {
        return chest;
    }

    void reload() {
        ring = KeyRing.of(list(), chest, algorithm, shared);
    }

    private List<StoredKey> list() {
        return database.read(tx -> store.list(tx, Tenant.MAIN));
    }

    /// Two nodes that start together both make a key; the database keeps the first.
    private void ensure(StoredKey.State state, AuditLog audit, Notices notices) {
        if (database.read(tx -> store.has(tx, Tenant.MAIN, algorithm, state))) return;
        var fresh = chest.make(algorithm);
        try {
            database.run(tx -> {
                add(tx, fresh.stored(state, tx.now()), audit, Origin.SERVER);
                notices.post(tx, Topic.SIGNING_KEYS);
            });
        } catch (ConstraintViolation violation) {
            if (!database.read(tx -> store.has(tx, Tenant.MAIN, algorithm, state))) throw violation;
        }
    }

    static void add(Tx tx, StoredKey key, AuditLog audit, Origin origin) {
        new KeyStore().add(tx, key);
        var facts = Map.of("algorithm", key.algorithm().headerName());
        audit.append(tx, new AuditEvent(Tenant.MAIN, "key.made", key.kid(), origin, facts));
    }
}
