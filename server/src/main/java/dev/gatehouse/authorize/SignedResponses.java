package dev.gatehouse.authorize;

import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts an answer into one JWT, for clients that want it proven to be ours and unchanged.
///
/// @spec https://openid.net/specs/oauth-v2-jarm.html#section-2 JARM §2
public final class SignedResponses {

    /// JARM §2.1 allows ten minutes at most; a browser redirect needs seconds, and clocks differ.
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String TYPE = "JWT";

    private final Pen pen;
    private final String issuer;
    private final InstantSource clock;

    public SignedResponses(SigningKeys keys, String issuer, InstantSource clock) {
        this.pen = new Pen(keys, TYPE);
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The answer as it travels. What it says stands in the JWT alone, `state` and `iss` among it.
    AuthorizationResponse sign(AuthorizationResponse response) {
        var replyTo = response.replyTo();
        if (!replyTo.mode().isSigned()) return response;
        var claims = new LinkedHashMap<String, Object>(response.parameters());
        claims.put("iss", issuer);
        claims.put("aud", replyTo.client().id());
        claims.put("exp", clock.instant().plus(LIFETIME).getEpochSecond());
        return new AuthorizationResponse(replyTo, Map.of("response", pen.sign(algorithm(replyTo.client()), claims)));
    }

    /// @spec https://openid.net/specs/oauth-v2-jarm.html#section-3 JARM §3
    private static JwtAlgorithm algorithm(Client client) {
        return client.profile()
                .tokenForm()
                .answerAlgorithm()
                .flatMap(JwtAlgorithm::named)
                .orElse(SigningKeys.EVERYBODYS);
    }
}
