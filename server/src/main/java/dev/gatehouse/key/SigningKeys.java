package dev.gatehouse.key;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.tenant.Tenant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The keys of this server: those that sign, and all that verify. Held in memory, and loaded anew when one of
/// them changes.
///
/// Access tokens are signed with the algorithm of the settings. ID tokens are for programs that need not know
/// any but [#EVERYBODYS]; its keys are made when somebody first asks for them.
public final class SigningKeys {

    /// What every client of OpenID Connect understands.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#ServerMTI OpenID Connect Core §15.1
    public static final JwtAlgorithm EVERYBODYS = JwtAlgorithm.RS256;

    private final KeyStore store = new KeyStore();
    private final Database database;
    private final KeyChest chest;
    private final JwtAlgorithm algorithm;
    private final Optional<SigningKey> shared;
    private final AuditLog audit;
    private final Notices notices;
    private final ReentrantLock making = new ReentrantLock();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile KeyRing ring;

    private SigningKeys(Database database, MasterKey master, JwtAlgorithm algorithm, AuditLog audit, Notices notices) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
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
        var keys = new SigningKeys(database, master, algorithm, audit, notices);
        // A shared secret seals no key that would not open. The first audit record knows it as well.
        if (algorithm.isSymmetric() && !database.read(tx -> audit.isOurs(tx, Tenant.MAIN)))
            throw new KeysDoNotOpen("The first audit record");
        if (!algorithm.isSymmetric()) keys.ensure(algorithm);
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

    /// The key that new access tokens are signed with. It may be another at the next call.
    public SigningKey current() {
        return ring.signing(algorithm).orElseThrow(() -> noKey(algorithm));
    }

    /// The key that signs with an algorithm; it is made if there is none yet. Not to be called in a
    /// transaction.
    ///
    /// @param other than those of a shared secret
    public SigningKey current(JwtAlgorithm other) {
        prepare(other);
        return ring.signing(other).orElseThrow(() -> noKey(other));
    }

    /// Sees to it that there are keys of this algorithm, and that they are published before the first one
    /// signs.
    ///
    /// Many may want the first ones at once: one of them makes them, the others wait for that.
    public void prepare(JwtAlgorithm wanted) {
        if (ring.signing(wanted).isPresent()) return;
        making.lock();
        try {
            if (ring.signing(wanted).isPresent()) return;
            ensure(wanted);
            reload();
        } finally {
            making.unlock();
        }
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

    /// The algorithms whose keys follow one another, that of the settings first; not one of a shared secret.
    List<JwtAlgorithm> rotating() {
        return Stream.concat(Stream.of(algorithm), Arrays.stream(JwtAlgorithm.values()))
                .distinct()
                .filter(each -> !each.isSymmetric() && ring.signing(each).isPresent())
                .toList();
    }

    KeyChest chest() {
        return chest;
    }

    /// One after another: else whoever read earlier and was held up would put the keys as they were over
    /// those that there are.
    void reload() {
        loading.lock();
        try {
            ring = KeyRing.of(list(), chest, shared);
        } finally {
            loading.unlock();
        }
    }

    private List<StoredKey> list() {
        return database.read(tx -> store.list(tx, Tenant.MAIN));
    }

    /// Makes what is missing, in one step: nobody finds a key that signs without one to follow it. When two
    /// nodes do so together, the one that comes second finds nothing missing.
    private void ensure(JwtAlgorithm wanted) {
        var fresh = new EnumMap<StoredKey.State, KeyChest.Fresh>(StoredKey.State.class);
        for (var state : database.read(tx -> missing(tx, wanted))) fresh.put(state, chest.make(wanted));
        if (fresh.isEmpty()) return;
        database.run(tx -> {
            store.takeTurn(tx);
            fresh.keySet().retainAll(missing(tx, wanted));
            if (fresh.isEmpty()) return;
            notices.post(tx, Topic.SIGNING_KEYS);
            fresh.forEach((state, key) -> add(tx, key.stored(state, tx.now()), audit, Origin.SERVER));
        });
    }

    private List<StoredKey.State> missing(ReadTx tx, JwtAlgorithm wanted) {
        return Stream.of(StoredKey.State.CURRENT, StoredKey.State.NEXT)
                .filter(state -> !store.has(tx, Tenant.MAIN, wanted, state))
                .toList();
    }

    private static IllegalStateException noKey(JwtAlgorithm algorithm) {
        return new IllegalStateException("no stored key signs with " + algorithm);
    }

    static void add(Tx tx, StoredKey key, AuditLog audit, Origin origin) {
        new KeyStore().add(tx, key);
        var facts = Map.of("algorithm", key.algorithm().headerName());
        audit.append(tx, new AuditEvent(Tenant.MAIN, "key.made", key.kid(), origin, facts));
    }
}
