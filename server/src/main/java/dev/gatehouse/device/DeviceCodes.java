package dev.gatehouse.device;

import dev.gatehouse.account.CodeGuesses;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.consent.Consents;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.KeyedDigest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.session.Standing;
import dev.gatehouse.token.Authorizations;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.RefreshSecret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Gives codes to devices, lets people decide about them, and takes each back once.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3 RFC 8628 §3
public final class DeviceCodes {

    private final DeviceCodeStore store = new DeviceCodeStore();
    private final CodeGuesses guesses = new CodeGuesses();
    private final Database database;
    private final Authorizations authorizations;
    private final Consents consents;
    private final KeyedDigest userCodes;
    private final AuditLog audit;

    /// @param userCodes user codes are short, so they are kept under a key
    public DeviceCodes(
            Database database,
            Authorizations authorizations,
            Consents consents,
            KeyedDigest userCodes,
            AuditLog audit) {
        this.database = database;
        this.authorizations = authorizations;
        this.consents = consents;
        this.userCodes = userCodes;
        this.audit = audit;
    }

    /// What a device gets; neither code is kept.
    ///
    /// @param deviceCode its own, a secret
    /// @param userCode to be shown to whoever stands before it
    record Issued(String deviceCode, UserCode userCode) {

        @Override
        public String toString() {
            return "Issued[secret]";
        }
    }

    /// @param scopes the client's own, of those that it asked for
    /// @param resources the client's own
    Issued issue(Client client, SequencedSet<String> scopes, SequencedSet<String> resources) {
        var secret = OpaqueToken.random(OpaqueToken.Kind.DEVICE_CODE);
        while (true) {
            var issued = new Issued(secret, UserCode.random());
            var digest = Digest.of(secret);
            var userCodeDigest = digest(issued.userCode());
            var isKept = database.<Boolean>write(
                    tx -> store.add(tx, waiting(client, digest, scopes, resources, tx.now()), userCodeDigest));
            if (isKept) return issued;
        }
    }

    /// What a code is that somebody typed in who is signed in. A wrong one is counted.
    TypedCode look(Standing standing, UserCode typed, Origin origin) {
        var account = standing.account();
        var digest = digest(typed);
        var guesser = new CodeGuesses.Guesser(account.tenantId(), account.id(), origin.address());
        return database.write(tx -> {
            var wait = guesses.blocks(tx, guesser);
            if (wait.isPresent()) return new TypedCode.Throttled(wait.get());
            var found = judged(tx, account.tenantId(), digest);
            if (!(found instanceof TypedCode.Waiting)) {
                guesses.failed(tx, guesser);
                audit.append(tx, new AuditEvent(account.tenantId(), "device.code-refused", account.subject(), origin));
            }
            return found;
        });
    }

    /// The person allows the device's client what it asks for, and nobody decides after that.
    ///
    /// @return false when somebody has decided before, or the code has expired by now
    boolean allow(Standing standing, Client client, DeviceCode code, Origin origin) {
        return database.write(tx -> {
            var known = store.take(tx, code.tenantId(), code.digest());
            if (known.filter(it -> isOpen(it, tx.now())).isEmpty()) return false;
            var terms = new Authorizations.Terms(client, code.scopes(), code.resources(), Optional.empty());
            var family = authorizations.give(tx, standing, terms, code.expiresAt(), origin);
            var account = standing.account();
            consents.remember(tx, account.tenantId(), account.id(), client.id(), code.scopes(), origin);
            return store.decide(tx, code, Optional.of(family.id()));
        });
    }

    /// The person does not want it.
    ///
    /// @return as with [#allow]
    boolean deny(Standing standing, DeviceCode code, Origin origin) {
        return database.write(tx -> {
            var isFirst = store.decide(tx, code, Optional.empty());
            var subject = standing.account().subject();
            var details = Map.of("client", code.clientId());
            if (isFirst)
                audit.append(tx, new AuditEvent(code.tenantId(), "authorization.denied", subject, origin, details));
            return isFirst;
        });
    }

    /// The device asks, and takes its tokens if somebody has said yes.
    ///
    /// In order: the code is known and this client's; it has not expired; somebody has decided, or else the device
    /// waits for its turn to ask again; the answer is yes; it is the first to come for it.
    ///
    /// A second one with the same code gets nothing, and takes nothing from the first: the code went from us to the
    /// client and back on connections that only they read, and a device repeats a question whose answer got lost.
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds
    public DeviceRedemption redeem(Client client, String deviceCode, Confirmation proven) {
        if (!OpaqueToken.isWellFormed(OpaqueToken.Kind.DEVICE_CODE, deviceCode)) return new DeviceRedemption.Refused();
        var digest = Digest.of(deviceCode);
        var refresh = client.profile().allows(GrantType.REFRESH_TOKEN)
                ? Optional.of(RefreshSecret.create())
                : Optional.<RefreshSecret>empty();
        return database.write(tx -> store.find(tx, client.tenantId(), digest)
                .filter(code -> code.clientId().equals(client.id()))
                .map(code -> redeem(tx, client, code, refresh, proven))
                .orElseGet(DeviceRedemption.Refused::new));
    }

    private DeviceRedemption redeem(
            Tx tx, Client client, DeviceCode code, Optional<RefreshSecret> refresh, Confirmation proven) {
        if (code.redeemedAt().isPresent()) return new DeviceRedemption.Refused();
        if (code.isExpired(tx.now())) return new DeviceRedemption.Expired();
        if (code.decidedAt().isEmpty()) return wait(tx, code);
        if (code.familyId().isEmpty()) return new DeviceRedemption.Denied();
        if (!store.spend(tx, code)) return new DeviceRedemption.Refused();
        return authorizations
                .redeem(tx, client, code.familyId().get(), refresh, proven)
                .<DeviceRedemption>map(permit -> new DeviceRedemption.Redeemed(permit, refresh))
                .orElseGet(DeviceRedemption.Refused::new);
    }

    private DeviceRedemption wait(Tx tx, DeviceCode code) {
        if (!code.isAskedTooSoon(tx.now())) {
            store.pace(tx, code, code.interval());
            return new DeviceRedemption.Pending();
        }
        var slower = code.interval().plus(DeviceCode.SLOWER_BY);
        store.pace(tx, code, slower);
        return new DeviceRedemption.TooSoon(slower);
    }

    /// Removes what is forgotten, a bounded part of it.
    public int sweep(Tx tx, int most) {
        return store.removeForgotten(tx, most);
    }

    private TypedCode judged(Tx tx, String tenantId, String digest) {
        var found = store.findByUserCode(tx, tenantId, digest);
        if (found.isEmpty()) return new TypedCode.Unknown();
        if (found.get().decidedAt().isPresent()) return new TypedCode.Decided();
        return found.get().isExpired(tx.now()) ? new TypedCode.Expired() : new TypedCode.Waiting(found.get());
    }

    private static boolean isOpen(DeviceCode code, Instant now) {
        return code.decidedAt().isEmpty() && !code.isExpired(now);
    }

    private String digest(UserCode code) {
        return userCodes.of(code.letters());
    }

    private static DeviceCode waiting(
            Client client, String digest, SequencedSet<String> scopes, SequencedSet<String> resources, Instant now) {
        return new DeviceCode(
                client.tenantId(),
                digest,
                client.id(),
                scopes,
                resources,
                now.plus(DeviceCode.LIFETIME),
                DeviceCode.INTERVAL,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
