package dev.gatehouse.client;

import static dev.gatehouse.client.ClientTable.CLIENT;
import static dev.gatehouse.client.SecretTable.CLIENT_SECRET;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;

/// Where clients and the digests of their secrets are kept.
final class ClientStore {

    void add(Tx tx, Client client) {
        tx.insert(CLIENT.client, client);
    }

    Optional<Client> find(ReadTx tx, String tenantId, String id) {
        return tx.find(CLIENT.client, CLIENT.tenantId.eq(tenantId), CLIENT.id.eq(id));
    }

    /// Finds a client and keeps everybody else from changing it until the transaction ends.
    Optional<Client> take(Tx tx, String tenantId, String id) {
        return tx.select(CLIENT.client)
                .where(CLIENT.tenantId.eq(tenantId), CLIENT.id.eq(id))
                .forUpdate()
                .one();
    }

    List<Client> list(ReadTx tx, String tenantId, Optional<String> after, int limit) {
        return tx.select(CLIENT.client)
                .where(CLIENT.tenantId.eq(tenantId))
                .and(Condition.when(after, CLIENT.id::gt))
                .orderBy(CLIENT.id.asc())
                .limit(limit)
                .list();
    }

    void replace(Tx tx, Client client) {
        var profile = client.profile();
        tx.update(CLIENT)
                .set(CLIENT.name, profile.name())
                .set(CLIENT.authentication, profile.authentication())
                .set(CLIENT.grants, ClientTable.spelled(profile.grants()))
                .set(CLIENT.redirectUris, String.join(" ", profile.redirectUris()))
                .set(CLIENT.scopes, String.join(" ", profile.scopes()))
                .set(CLIENT.resources, String.join(" ", profile.resources()))
                .set(CLIENT.pkceRequired, profile.pkceRequired())
                .set(CLIENT.firstParty, profile.firstParty())
                .set(CLIENT.members, profile.members().spelled())
                .set(CLIENT.updatedAt, client.updatedAt())
                .where(CLIENT.tenantId.eq(client.tenantId()), CLIENT.id.eq(client.id()))
                .run();
    }

    boolean remove(Tx tx, String tenantId, String id) {
        return tx.delete(CLIENT)
                        .where(CLIENT.tenantId.eq(tenantId), CLIENT.id.eq(id))
                        .run()
                == 1;
    }

    void addSecret(Tx tx, Client client, KeptSecret secret) {
        tx.insert(CLIENT_SECRET)
                .set(CLIENT_SECRET.tenantId, client.tenantId())
                .set(CLIENT_SECRET.clientId, client.id())
                .set(CLIENT_SECRET.digest, secret.digest())
                .set(CLIENT_SECRET.sealed, secret.sealed())
                .set(CLIENT_SECRET.createdAt, tx.now())
                .run();
    }

    /// @return the newest first
    List<KeptSecret> secrets(ReadTx tx, String tenantId, String id) {
        return tx.select(CLIENT_SECRET.secret)
                .where(CLIENT_SECRET.tenantId.eq(tenantId), CLIENT_SECRET.clientId.eq(id))
                .orderBy(CLIENT_SECRET.createdAt.desc(), CLIENT_SECRET.digest.asc())
                .list();
    }

    /// From now on only its digest is kept.
    void unseal(Tx tx, Client client) {
        tx.update(CLIENT_SECRET)
                .set(CLIENT_SECRET.sealed, Optional.<String>empty())
                .where(
                        CLIENT_SECRET.tenantId.eq(client.tenantId()),
                        CLIENT_SECRET.clientId.eq(client.id()),
                        CLIENT_SECRET.sealed.isNotNull())
                .run();
    }

    void removeSecret(Tx tx, Client client, KeptSecret secret) {
        tx.delete(CLIENT_SECRET)
                .where(
                        CLIENT_SECRET.tenantId.eq(client.tenantId()),
                        CLIENT_SECRET.clientId.eq(client.id()),
                        CLIENT_SECRET.digest.eq(secret.digest()))
                .run();
    }
}
