package dev.gatehouse.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Signs, by the library of others, that a client is itself.
///
/// @param clock of the house that shall believe it
public record Signer(String clientId, JWK key, JWSAlgorithm algorithm, MovableClock clock) {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// With what a client proves itself in a form.
    public Map<String, String> parameters(UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        return Map.of("client_assertion", assertion(spoilt), "client_assertion_type", TYPE);
    }

    public Map<String, String> parameters() {
        return parameters(it -> it);
    }

    private String assertion(UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience("https://id.example.com")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                    spoilt.apply(claims).build());
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return jwt.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }
}
