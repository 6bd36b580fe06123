package dev.gatehouse.grant;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.grant.Grant.Granted;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.IdTokens;
import dev.gatehouse.token.Permit;
import dev.gatehouse.token.RefreshSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client gets for a person's leave, however it came by it.
record FirstTokens(AccessTokens accessTokens, IdTokens idTokens, LoneRecords records) {

    /// What was redeemed, and by which grant.
    ///
    /// @param nonce for the ID token, and `code`, if it was one that came by a browser
    /// @param refreshToken if the client may have one
    record Redeemed(
            GrantType grant,
            Permit permit,
            Optional<String> nonce,
            Optional<String> code,
            Optional<RefreshSecret> refreshToken) {}

    /// Every resource asked for is among those that were authorized, else `invalid_target` (RFC 8707 §2.2).
    ///
    /// @param proven the keys that the client holds; the access token will ask for them
    Grant give(Redeemed redeemed, List<String> resources, Confirmation proven, Origin origin) {
        var family = redeemed.permit().family();
        if (!family.resources().containsAll(resources))
            return new Refused(
                    Reason.INVALID_TARGET, "The person's leave is for: " + String.join(" ", family.resources()));
        var accessToken = accessTokens.issue(
                family, family.scopes(), resources.isEmpty() ? family.resources() : resources, proven);
        var idToken = family.isOpenId()
                ? Optional.of(idTokens.issue(
                        redeemed.permit(),
                        family.scopes(),
                        redeemed.nonce(),
                        new IdTokens.Company(accessToken, redeemed.code())))
                : Optional.<String>empty();
        record(redeemed, origin);
        return new Granted(accessToken, family.scopes(), redeemed.refreshToken(), idToken);
    }

    private void record(Redeemed redeemed, Origin origin) {
        var family = redeemed.permit().family();
        var details = Map.of(
                "grant", redeemed.grant().wire(),
                "client", family.clientId(),
                "scope", String.join(" ", family.scopes()));
        var subject = family.accountId().toString();
        var actor = origin.actingAs(family.clientId());
        records.write(new AuditEvent(family.tenantId(), "token.issued", subject, actor, details));
    }
}
