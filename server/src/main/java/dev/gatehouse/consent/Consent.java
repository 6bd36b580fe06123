package dev.gatehouse.consent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/// What a person allowed a client, once and for all until it is revoked.
///
/// @param givenAt when the person was last asked and agreed
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#Consent OpenID Connect Core §3.1.2.4
public record Consent(
        String tenantId,
        UUID accountId,
        String clientId,
        SequencedSet<String> scopes,
        Instant firstGivenAt,
        Instant givenAt) {

    public Consent {
        scopes = new LinkedHashSet<>(scopes);
        scopes.remove("");
    }

    public boolean covers(Set<String> wanted) {
        return scopes.containsAll(wanted);
    }

    /// What was allowed before stays allowed.
    Consent and(Set<String> more, Instant now) {
        var all = new LinkedHashSet<>(scopes);
        all.addAll(more);
        return new Consent(tenantId, accountId, clientId, all, firstGivenAt, now);
    }
}
