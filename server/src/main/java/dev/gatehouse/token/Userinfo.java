package dev.gatehouse.token;

import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Client;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a client is told of a person, and in which form.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse OpenID Connect Core §5.3.2
public record Userinfo(Subjects subjects, PersonClaims claims, Envelopes envelopes, String issuer) {

    /// @param scopes of the token, which may be fewer than those of its family
    Map<String, Object> of(LiveToken.OfFamily live, Collection<String> scopes) {
        var account = live.permit().account();
        var asked = ClaimsRequest.ofKept(live.permit().family().claims())
                .within(live.client().profile().scopes())
                .userinfo();
        var told = new LinkedHashMap<String, Object>();
        told.put("sub", subjects.of(live.client(), account.id()));
        told.putAll(claims.of(account, PersonClaims.ofScopes(scopes), asked));
        return told;
    }

    /// The same as a JWT, if that was agreed on with the client. It expires never, so that it never passes for an ID
    /// token.
    Optional<String> signed(Client client, Map<String, Object> told) {
        var form = client.profile().tokenForm();
        if (form.userinfoAlgorithm().isEmpty() && form.userinfoEncryption().isEmpty()) return Optional.empty();
        var claims = new LinkedHashMap<>(told);
        claims.put("iss", issuer);
        claims.put("aud", client.id());
        return form.userinfoAlgorithm()
                .map(_ -> Envelopes.signatureOf(form.userinfoAlgorithm()))
                .map(algorithm -> envelopes.signed(client, algorithm, form.userinfoEncryption(), claims))
                .or(() -> form.userinfoEncryption().map(how -> envelopes.encrypted(client, how, claims)));
    }
}
