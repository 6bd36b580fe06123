package dev.gatehouse.logout;

import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Signs what a client is told when a session is over.
///
/// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken Back-Channel Logout
/// §2.4
final class LogoutTokens {

    /// It is read when it comes. A copy of it is worth nothing soon.
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    /// It keeps a logout token from passing for an ID token (§4.1).
    private static final String TYPE = "logout+jwt";

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final Pen pen;
    private final Subjects subjects;
    private final String issuer;
    private final InstantSource clock;

    LogoutTokens(SigningKeys keys, Subjects subjects, String issuer, InstantSource clock) {
        this.pen = new Pen(keys, TYPE);
        this.subjects = subjects;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// Another one for each attempt: an answer may have been lost, and a client that has seen the `jti` before would
    /// take the second for a replay. There is never a `nonce`.
    String of(Client client, Delivery delivery) {
        var now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subjects.of(client, delivery.accountId()));
        claims.put("aud", client.id());
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("events", Map.of(EVENT, Map.of()));
        claims.put("sid", delivery.sessionId().toString());
        return pen.sign(algorithm(client), claims);
    }

    /// That of its ID tokens (§2.4).
    private static JwtAlgorithm algorithm(Client client) {
        return client.profile()
                .tokenForm()
                .idTokenAlgorithm()
                .flatMap(JwtAlgorithm::named)
                .orElse(SigningKeys.EVERYBODYS);
    }
}
