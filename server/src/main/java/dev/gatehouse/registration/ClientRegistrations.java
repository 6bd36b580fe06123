package dev.gatehouse.registration;

import dev.gatehouse.account.Ipv6;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientChange;
import dev.gatehouse.client.ClientMetadata;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.Clients;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Lets applications register themselves, and look after themselves later.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591 RFC 7591
/// @spec https://www.rfc-editor.org/rfc/rfc7592 RFC 7592
public final class ClientRegistrations {

    /// From one network, where everybody may register.
    private static final int MOST_AN_HOUR = 30;

    private static final Duration HOUR = Duration.ofHours(1);

    private final ClientRegistrationStore store = new ClientRegistrationStore();
    private final Database database;
    private final Clients clients;
    private final AuditLog audit;
    private final ClientRegistrationMode mode;

    public ClientRegistrations(Database database, Clients clients, AuditLog audit, ClientRegistrationMode mode) {
        this.database = database;
        this.clients = clients;
        this.audit = audit;
        this.mode = mode;
    }

    /// A token with which clients can be registered.
    ///
    /// @param uses how many
    /// @return the token, which is not kept
    public String invite(String tenantId, long uses, Duration lifetime, Origin origin) {
        var token = OpaqueToken.random(OpaqueToken.Kind.INITIAL_ACCESS);
        database.run(tx -> {
            store.addInitialAccess(
                    tx, tenantId, Digest.of(token), uses, tx.now().plus(lifetime));
            var facts = Map.of(
                    "uses",
                    String.valueOf(uses),
                    "until",
                    tx.now().plus(lifetime).toString());
            audit.append(tx, new AuditEvent(tenantId, "client.registration-allowed", tenantId, origin, facts));
        });
        return token;
    }

    /// @param initialToken as it was shown; where everybody may register it counts only if there is one
    /// @param said gives the profile over what is usual
    Registration register(
            String tenantId, Optional<String> initialToken, UnaryOperator<ClientProfile> said, Origin origin) {
        // Before anything else: what a stranger names, such as a sector_identifier_uri, this server would go and fetch.
        var turnedAway = database.read(tx -> turnedAway(tx, tenantId, initialToken, network(origin)));
        if (turnedAway.isPresent()) return turnedAway.get();
        var usual = SelfRegistration.usual();
        var profile = said.apply(usual);
        var faults = SelfRegistration.faults(usual, profile);
        if (!faults.isEmpty()) return new Registration.Refused(faults);
        var token = OpaqueToken.random(OpaqueToken.Kind.REGISTRATION_ACCESS);
        try {
            return outcome(
                    clients.register(
                            tenantId,
                            Optional.empty(),
                            SelfRegistration.settled(usual, profile),
                            origin,
                            (tx, client) -> admit(tx, client, initialToken, token, origin)),
                    token);
        } catch (Turned away) {
            return away.outcome;
        }
    }

    /// @return the client that the token was given to
    Optional<Client> find(String tenantId, String clientId, String token) {
        return isOf(tenantId, clientId, token) ? clients.find(tenantId, clientId) : Optional.empty();
    }

    /// Everything is said anew; what is left out is taken back.
    Registration replace(Client client, String token, ClientMetadata metadata, Origin origin) {
        var before = client.profile();
        var said = metadata.over(SelfRegistration.usual(before));
        var faults = SelfRegistration.faults(before, said);
        if (!faults.isEmpty()) return new Registration.Refused(faults);
        var settled = SelfRegistration.settled(before, said);
        return outcome(clients.change(client.tenantId(), client.id(), _ -> settled, acting(client, origin)), token);
    }

    void remove(Client client, Origin origin) {
        clients.remove(client.tenantId(), client.id(), acting(client, origin));
    }

    /// Removes initial access tokens that nobody can use any more.
    public int sweep(Tx tx, int most) {
        return store.removeExpired(tx, most);
    }

    private boolean isOf(String tenantId, String clientId, String token) {
        return OpaqueToken.isWellFormed(OpaqueToken.Kind.REGISTRATION_ACCESS, token)
                && database.read(tx -> store.has(tx, tenantId, clientId, Digest.of(token)));
    }

    /// In the transaction of the registration: a token is used up only by a client that is there then.
    private void admit(Tx tx, Client client, Optional<String> initialToken, String token, Origin origin) {
        // Asked again, in turn: others may have come first.
        if (initialToken.isEmpty()) store.takeTurn(tx, network(origin));
        turnedAway(tx, client.tenantId(), initialToken, network(origin)).ifPresent(outcome -> {
            throw new Turned(outcome);
        });
        if (initialToken.isPresent() && !store.spendInitialAccess(tx, client.tenantId(), Digest.of(initialToken.get())))
            throw new Turned(new Registration.NotAllowed());
        store.add(tx, client.tenantId(), client.id(), Digest.of(token), network(origin));
    }

    private Optional<Registration> turnedAway(
            ReadTx tx, String tenantId, Optional<String> initialToken, String network) {
        if (initialToken.isPresent())
            return store.hasInitialAccess(tx, tenantId, Digest.of(initialToken.get()))
                    ? Optional.empty()
                    : Optional.of(new Registration.NotAllowed());
        if (mode != ClientRegistrationMode.OPEN) return Optional.of(new Registration.NotAllowed());
        return store.countSince(tx, tenantId, network, tx.now().minus(HOUR)) >= MOST_AN_HOUR
                ? Optional.of(new Registration.TooMany())
                : Optional.empty();
    }

    private static String network(Origin origin) {
        return Digest.of(Ipv6.network(origin.address()));
    }

    private static Registration outcome(ClientChange change, String token) {
        return switch (change) {
            case ClientChange.Done(var client, var secret) -> new Registration.Done(client, secret, token);
            case ClientChange.Refused(var faults) -> new Registration.Refused(faults);
            // Removed a moment ago, by an administrator.
            case ClientChange.NoSuchClient _, ClientChange.IdTaken _, ClientChange.HasNoSecret _ ->
                new Registration.NotAllowed();
        };
    }

    private static Origin acting(Client client, Origin origin) {
        return origin.actingAs(client.id());
    }

    /// Undoes the transaction.
    private static final class Turned extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Registration outcome;

        Turned(Registration outcome) {
            super("turned away", null, false, false);
            this.outcome = outcome;
        }
    }
}
