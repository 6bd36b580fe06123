package dev.gatehouse.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A proof in the making, by another library than ours, good unless a test spoils it.
public record Proof(JWK key, UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> claims) {

    public static Proof of(JWK key, String method, String url, Instant now) {
        return new Proof(
                key,
                it -> it.type(new JOSEObjectType("dpop+jwt")).jwk(key.toPublicJWK()),
                it -> it.jwtID(UUID.randomUUID().toString())
                        .claim("htm", method)
                        .claim("htu", url)
                        .issueTime(Date.from(now)));
    }

    public Proof header(UnaryOperator<JWSHeader.Builder> spoilt) {
        return new Proof(key, it -> spoilt.apply(header.apply(it)), claims);
    }

    public Proof claims(UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        return new Proof(key, header, it -> spoilt.apply(claims.apply(it)));
    }

    public Proof claim(String name, Object value) {
        return claims(it -> it.claim(name, value));
    }

    public String signed(JWSAlgorithm algorithm) {
        try {
            var jwt = new SignedJWT(
                    header.apply(new JWSHeader.Builder(algorithm)).build(),
                    claims.apply(new JWTClaimsSet.Builder()).build());
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return jwt.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    public String signed() {
        return signed(JWSAlgorithm.ES256);
    }
}
