package dev.gatehouse.grant;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.grant.Grant.Granted;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.Confirmation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// A client asks for itself, with no person behind it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.4 RFC 6749 §4.4
final class ClientCredentialsGrant {

    private final AccessTokens accessTokens;
    private final LoneRecords records;

    ClientCredentialsGrant(AccessTokens accessTokens, LoneRecords records) {
        this.accessTokens = accessTokens;
        this.records = records;
    }

    /// The rules, in order:
    ///
    /// 1. the client was registered with this grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. every scope asked for is among its own, else `invalid_scope` (§3.3); none asked for means all of them
    /// 3. every resource asked for is among its own, else `invalid_target` (RFC 8707 §2); none asked for means the
    ///    only one that it has, or ourselves
    ///
    /// There is no refresh token: the client can ask again (§4.4.3).
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds; the access token will ask for them
    Grant give(Client client, Optional<String> scope, List<String> resources, Confirmation proven, Origin origin) {
        if (!client.profile().allows(GrantType.CLIENT_CREDENTIALS))
            return new Refused(Reason.UNAUTHORIZED_CLIENT, "It was not registered with client_credentials.");
        var scopes = scope.map(Scopes::words).orElse(client.profile().scopes());
        if (!client.profile().scopes().containsAll(scopes))
            return new Refused(
                    Reason.INVALID_SCOPE,
                    "It may ask for: " + shown(client.profile().scopes()));
        if (!client.profile().resources().containsAll(resources))
            return new Refused(
                    Reason.INVALID_TARGET,
                    "It may ask for: " + shown(client.profile().resources()));
        var token = accessTokens.issue(client, scopes, audience(client, resources), proven);
        records.write(new AuditEvent(
                client.tenantId(),
                "token.issued",
                client.id(),
                origin.actingAs(client.id()),
                Map.of("grant", GrantType.CLIENT_CREDENTIALS.wire(), "scope", String.join(" ", scopes))));
        return new Granted(token, scopes, Optional.empty(), Optional.empty());
    }

    /// Empty: ourselves.
    private static List<String> audience(Client client, List<String> asked) {
        if (!asked.isEmpty()) return asked.stream().distinct().toList();
        var own = client.profile().resources();
        return own.size() == 1 ? List.copyOf(own) : List.of();
    }

    private static String shown(SequencedSet<String> values) {
        return values.isEmpty() ? "nothing." : String.join(" ", values);
    }
}
