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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of this server: those that sign, and all that verify. Held in memory, and loaded anew when one of them
/// changes.
///
/// Access tokens are signed with the algorithm of the settings. ID tokens are for programs that need not know any
/// but [#EVERYBODYS]; its keys are made when somebody first asks for them.
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

    /// The key that signs with an algorithm; it is made if there is none yet. Not to be called in a transaction.
    ///
    /// @param other than those of a shared secret
    public SigningKey current(JwtAlgorithm other) {
        prepare(other);
        return ring.signing(other).orElseThrow(() -> noKey(other));
    }

    /// Sees to it that there are keys of this algorithm, and that they are published before the first one signs.
    public void prepare(JwtAlgorithm wanted) {
        if (ring.signing(wanted).isPresent()) return;
        ensure(wanted);
        reload();
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

    void reload() {
        ring = KeyRing.of(list(), chest, shared);
    }

    private List<StoredKey> list() {
        return database.read(tx -> store.list(tx, Tenant.MAIN));
    }

    private void ensure(JwtAlgorithm wanted) {
        ensure(wanted, StoredKey.State.CURRENT);
        ensure(wanted, StoredKey.State.NEXT);
    }

    /// Two nodes that start together both make a key; the database keeps the first.
    private void ensure(JwtAlgorithm wanted, StoredKey.State state) {
        if (database.read(tx -> store.has(tx, Tenant.MAIN, wanted, state))) return;
        var fresh = chest.make(wanted);
        try {
            database.run(tx -> {
                add(tx, fresh.stored(state, tx.now()), audit, Origin.SERVER);
                notices.post(tx, Topic.SIGNING_KEYS);
            });
        } catch (ConstraintViolation violation) {
            if (!database.read(tx -> store.has(tx, Tenant.MAIN, wanted, state))) throw violation;
        }
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
