package dev.gatehouse.grant;

import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.token.LiveToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who acts for the person from now on, and whether the new token says so.
///
/// @param actor whoever acts: the subject of the actor token, or the client itself
/// @param act the claim of that name; empty: the token looks as if it were the person's own
/// @spec https://www.rfc-editor.org/rfc/rfc8693#section-1.1 RFC 8693 §1.1, §4.1, §4.4
record Acting(String actor, String clientId, Optional<Map<String, Object>> act) {

    private static final String ACT = "act";
    private static final String MAY_ACT = "may_act";

    /// With an actor token it is delegation. Without one it is impersonation where the client may do that,
    /// else delegation with the client itself as the actor. Whoever acted before stays named, nested in whoever
    /// acts now: nobody gets rid of that by an exchange.
    ///
    /// @return empty when the client may not
    static Optional<Acting> decide(Client client, JwtClaims subject, Optional<LiveToken> actorToken) {
        var leave = client.profile().exchange();
        var actor = actorToken.flatMap(token -> token.claims().subject()).orElse(client.id());
        if (actorToken.isEmpty() && leave.impersonation())
            return Optional.of(new Acting(actor, client.id(), before(subject)));
        return leave.delegation()
                ? Optional.of(new Acting(actor, client.id(), Optional.of(delegated(actor, before(subject)))))
                : Optional.empty();
    }

    /// Whether the subject token lets this one act; one that says nothing of it lets anybody.
    boolean isAllowedBy(JwtClaims subject) {
        if (!subject.all().containsKey(MAY_ACT)) return true;
        if (!(subject.all().get(MAY_ACT) instanceof Map<?, ?> named)) return false;
        return actor.equals(named.get("sub"))
                && (!named.containsKey("client_id") || clientId.equals(named.get("client_id")))
                && (!named.containsKey("iss") || subject.issuer().orElse("").equals(named.get("iss")));
    }

    private static Map<String, Object> delegated(String actor, Optional<Map<String, Object>> before) {
        var act = new LinkedHashMap<String, Object>();
        act.put("sub", actor);
        before.ifPresent(nested -> act.put(ACT, nested));
        return act;
    }

    /// JSON objects have names of text.
    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> before(JwtClaims subject) {
        return subject.all().get(ACT) instanceof Map<?, ?> act
                ? Optional.of((Map<String, Object>) act)
                : Optional.empty();
    }
}
