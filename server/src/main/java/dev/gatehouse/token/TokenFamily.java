package dev.gatehouse.token;

import dev.gatehouse.client.ClientProfile;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/// What one authorization of a client by a person has led to: its code, and every token that descends from it. What
/// ends the family ends them all.
///
/// @param parentId of a family that was begun by an exchange: the one that it was made of, with which it ends
/// @param sessionId of the browser in which it began, the `sid` of tokens
/// @param epoch the account's session epoch when it began; another one now means that everything was ended
/// @param scopes what the person allowed; a single access token may have fewer
/// @param resources for whom access tokens may be besides ourselves (RFC 8707)
/// @param claims the `claims` parameter as the client sent it
/// @param authenticatedAt when the person proved to be the one, and `amr` how
/// @param boundTo what its refresh tokens ask for, known when the code is redeemed
/// @param expiresAt when nothing of it is good any more, however much it is used
public record TokenFamily(
        String tenantId,
        UUID id,
        Optional<UUID> parentId,
        String clientId,
        UUID accountId,
        UUID sessionId,
        long epoch,
        SequencedSet<String> scopes,
        SequencedSet<String> resources,
        Optional<String> claims,
        Instant authenticatedAt,
        Set<String> amr,
        Confirmation boundTo,
        Instant startedAt,
        Instant expiresAt) {

    private static final String OFFLINE_ACCESS = "offline_access";
    private static final String OPENID = "openid";

    public TokenFamily {
        scopes = new LinkedHashSet<>(scopes);
        resources = new LinkedHashSet<>(resources);
        amr = Set.copyOf(amr);
    }

    /// Whether it outlives the browser's session. Otherwise it ends with that.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess OpenID Connect Core §11
    public boolean isOffline() {
        return scopes.contains(OFFLINE_ACCESS);
    }

    /// What is left of it now that its client was registered so: what an administrator takes from a client, that client
    /// gets no new tokens for.
    TokenFamily within(ClientProfile profile) {
        var leftScopes = new LinkedHashSet<>(scopes);
        leftScopes.retainAll(profile.scopes());
        var leftResources = new LinkedHashSet<>(resources);
        leftResources.retainAll(profile.resources());
        return new TokenFamily(
                tenantId,
                id,
                parentId,
                clientId,
                accountId,
                sessionId,
                epoch,
                leftScopes,
                leftResources,
                claims,
                authenticatedAt,
                amr,
                boundTo,
                startedAt,
                expiresAt);
    }

    /// Whether the client asked who the person is, and so gets an ID token.
    public boolean isOpenId() {
        return scopes.contains(OPENID);
    }
}
