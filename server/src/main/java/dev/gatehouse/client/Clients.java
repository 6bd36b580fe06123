package dev.gatehouse.client;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.secret.MasterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// Registers applications, changes what they may do, and lets them go.
public final class Clients {

    private static final String PRIMARY_KEY = "pk_client";

    private final ClientStore store = new ClientStore();
    private final Database database;
    private final AuditLog audit;
    private final Notices notices;
    private final Relationships relationships;
    private final SecretSealing sealing;
    private final ClientCache cache;
    private final SigningKeys keys;
    private final SectorDocument sectors;

    public Clients(
            Database database,
            AuditLog audit,
            Notices notices,
            Relationships relationships,
            MasterKey master,
            SigningKeys keys,
            Outbound outbound) {
        this.relationships = relationships;
        this.keys = keys;
        this.sectors = new SectorDocument(outbound);
        this.sealing = SecretSealing.under(master);
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.cache = new ClientCache(store, database);
        notices.listen(Topic.CLIENTS, cache::forget);
    }

    public Optional<Client> find(String tenantId, String id) {
        return cache.find(tenantId, id).map(KnownClient::client);
    }

    /// Whether there is such a client, as part of something larger.
    public boolean exists(ReadTx tx, String tenantId, String id) {
        return ClientId.isPossible(id) && store.find(tx, tenantId, id).isPresent();
    }

    /// @param after the last client of the page before
    /// @return in the order of their ids, `limit` at most
    public List<Client> list(String tenantId, Optional<String> after, int limit) {
        return database.read(tx -> store.list(tx, tenantId, after, limit));
    }

    /// @param id empty: one is made up
    /// @return with the first secret of a confidential client
    public ClientChange register(String tenantId, Optional<String> id, ClientProfile profile, Origin origin) {
        return register(tenantId, id, profile, origin, (_, _) -> {});
    }

    /// @param besides what belongs to the same transaction; what it throws undoes all
    public ClientChange register(
            String tenantId,
            Optional<String> id,
            ClientProfile profile,
            Origin origin,
            BiConsumer<Tx, Client> besides) {
        var faults = new ArrayList<ClientFault>();
        id.flatMap(ClientId::fault).ifPresent(faults::add);
        faults.addAll(profile.faults());
        if (faults.isEmpty()) sectors.fault(profile).ifPresent(faults::add);
        if (!faults.isEmpty()) return new ClientChange.Refused(faults);
        var clientId = id.orElseGet(ClientId::random);
        var secret = profile.authentication().hasSecret()
                ? Optional.of(newSecret(tenantId, clientId))
                : Optional.<NewSecret>empty();
        try {
            return changed(database.write(tx -> {
                var client = new Client(tenantId, clientId, profile, tx.now(), tx.now());
                store.add(tx, client);
                secret.ifPresent(made -> store.addSecret(tx, client, made.keptFor(profile)));
                besides.accept(tx, client);
                record(tx, client, "client.registered", origin, Map.of("name", profile.name()));
                return new ClientChange.Done(client, secret.map(NewSecret::shown));
            }));
        } catch (ConstraintViolation violation) {
            if (violation.isOf(PRIMARY_KEY)) return new ClientChange.IdTaken();
            throw violation;
        }
    }

    /// @param change gives the profile as it shall be. It may run more than once.
    /// @return with a secret if the client has become confidential
    public ClientChange change(String tenantId, String id, UnaryOperator<ClientProfile> change, Origin origin) {
        var stranger = strangerInItsSector(tenantId, id, change);
        if (stranger.isPresent()) return new ClientChange.Refused(List.of(stranger.get()));
        var secret = newSecret(tenantId, id);
        return changed(database.write(tx -> store.take(tx, tenantId, id)
                .map(before -> replace(tx, before, change.apply(before.profile()), secret, origin))
                .orElseGet(ClientChange.NoSuchClient::new)));
    }

    /// Gives a client another secret. The one before stays good until the next time, so that a program can change
    /// over without an outage.
    ///
    /// @param only whether the others shall be worthless at once
    public ClientChange rotateSecret(String tenantId, String id, boolean only, Origin origin) {
        var secret = newSecret(tenantId, id);
        return changed(database.write(tx -> store.take(tx, tenantId, id)
                .map(client -> rotate(tx, client, secret, only, origin))
                .orElseGet(ClientChange.NoSuchClient::new)));
    }

    /// Removes a client and everything that is its own, with every relationship about it: whoever is
    /// registered under its id later must not inherit its rights. Audit records stay.
    public ClientChange remove(String tenantId, String id, Origin origin) {
        return changed(database.write(tx -> store.take(tx, tenantId, id)
                .<ClientChange>map(client -> {
                    store.remove(tx, tenantId, id);
                    relationships.forget(
                            tx, tenantId, Actor.client(tenantId, id).name(), origin);
                    record(tx, client, "client.removed", origin, Map.of());
                    return new ClientChange.Done(client, Optional.empty());
                })
                .orElseGet(ClientChange.NoSuchClient::new)));
    }

    /// A secret that is about to be given out, sealed before any transaction begins.
    private record NewSecret(ClientSecret shown, KeptSecret kept) {
        KeptSecret keptFor(ClientProfile profile) {
            return profile.authentication().needsSecretItself() ? kept : kept.unsealed();
        }
    }

    private NewSecret newSecret(String tenantId, String clientId) {
        var secret = ClientSecret.create();
        return new NewSecret(secret, sealing.kept(tenantId, clientId, secret));
    }

    Optional<KnownClient> known(String tenantId, String id) {
        return cache.find(tenantId, id);
    }

    private ClientChange replace(Tx tx, Client before, ClientProfile profile, NewSecret secret, Origin origin) {
        var faults = profile.faults();
        if (!faults.isEmpty()) return new ClientChange.Refused(faults);
        var client = before.with(profile, tx.now());
        store.replace(tx, client);
        var needsOne = keepWhatFits(tx, client);
        if (needsOne) store.addSecret(tx, client, secret.keptFor(profile));
        record(tx, client, "client.changed", origin, Map.of());
        return new ClientChange.Done(client, needsOne ? Optional.of(secret.shown()) : Optional.empty());
    }

    /// Lets go of the secrets, or of what is kept of them, that the client has no use for as it is now.
    ///
    /// @return whether it needs another
    private boolean keepWhatFits(Tx tx, Client client) {
        var method = client.profile().authentication();
        var secrets = store.secrets(tx, client.tenantId(), client.id());
        var fit = secrets.stream()
                .filter(secret -> method.hasSecret())
                .filter(secret -> !method.needsSecretItself() || secret.sealed().isPresent())
                .toList();
        secrets.stream()
                .filter(secret -> !fit.contains(secret))
                .forEach(secret -> store.removeSecret(tx, client, secret));
        if (!method.needsSecretItself()) store.unseal(tx, client);
        return method.hasSecret() && fit.isEmpty();
    }

    private ClientChange rotate(Tx tx, Client client, NewSecret secret, boolean only, Origin origin) {
        if (!client.profile().authentication().hasSecret()) return new ClientChange.HasNoSecret();
        store.secrets(tx, client.tenantId(), client.id()).stream()
                .skip(only ? 0 : 1)
                .forEach(old -> store.removeSecret(tx, client, old));
        store.addSecret(tx, client, secret.keptFor(client.profile()));
        record(tx, client, "client.secret-rotated", origin, Map.of());
        return new ClientChange.Done(client, Optional.of(secret.shown()));
    }

    private void record(Tx tx, Client client, String action, Origin origin, Map<String, String> details) {
        notices.post(tx, Topic.CLIENTS);
        audit.append(tx, new AuditEvent(client.tenantId(), action, client.id(), origin, details));
    }

    /// Asked before the change, for it may mean a call to others. What breaks other rules is refused by those.
    private Optional<ClientFault> strangerInItsSector(String tenantId, String id, UnaryOperator<ClientProfile> change) {
        return database.read(tx -> store.find(tx, tenantId, id))
                .map(before -> change.apply(before.profile()))
                .filter(wanted -> wanted.faults().isEmpty())
                .flatMap(sectors::fault);
    }

    /// The keys that a client asks for are published before anything is signed with them.
    private ClientChange changed(ClientChange outcome) {
        if (outcome instanceof ClientChange.Done(var client, var _)) {
            var profile = client.profile();
            profile.tokenForm().signatures().forEach(keys::prepare);
            if (profile.scopes().contains("openid")) keys.prepare(SigningKeys.EVERYBODYS);
        }
        return outcome;
    }
}
