package dev.gatehouse.claims;

import dev.gatehouse.client.Client;
import dev.gatehouse.secret.KeyedDigest;
import dev.gatehouse.secret.MasterKey;
import java.util.UUID;

/// By what name (`sub`) a client knows a person: the one place that says it.
///
/// A pairwise name is another one in every sector, so that two applications cannot compare whom they know. It is
/// computed, not stored: from the master key, which never changes, the sector and the account.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#SubjectIDTypes OpenID Connect Core §8
public final class Subjects {

    private final KeyedDigest pairwise;

    public Subjects(MasterKey master) {
        this.pairwise = KeyedDigest.under(master, "pairwise subjects");
    }

    public String of(Client client, UUID accountId) {
        if (!client.profile().tokenForm().isPairwise()) return accountId.toString();
        // Registration asks for a sector. Without one the client is a sector by itself: that tells nobody more.
        var sector = client.profile().sector().orElseGet(() -> "client " + client.id());
        return pairwise.of(client.tenantId(), sector, accountId.toString());
    }
}
