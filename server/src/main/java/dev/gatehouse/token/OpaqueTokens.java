package dev.gatehouse.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Kept;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import dev.gatehouse.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Access tokens that say nothing by themselves. What a signed one would say is kept under the token's digest.
final class OpaqueTokens {

    private static final int REMEMBERED = 10_000;

    private final OpaqueTokenStore store = new OpaqueTokenStore();
    private final Database database;
    private final Kept<String, JwtClaims> known;

    /// What was kept never changes: no notice need tell of it.
    OpaqueTokens(Database database, InstantSource clock) {
        this.database = database;
        this.known = new Kept<>(REMEMBERED, clock);
    }

    static boolean isWellFormed(String token) {
        return OpaqueToken.isWellFormed(OpaqueToken.Kind.ACCESS_TOKEN, token);
    }

    /// @param family with which it goes, if a person stands behind it
    /// @return the token, which is not kept
    String issue(String tenantId, String clientId, Optional<UUID> family, Map<String, Object> claims) {
        var token = OpaqueToken.random(OpaqueToken.Kind.ACCESS_TOKEN);
        var digest = Digest.of(token);
        var json = new String(StrictJson.bytes(claims), UTF_8);
        var end = new JwtClaims(claims).expiresAt().orElseThrow();
        database.run(tx -> store.add(tx, tenantId, digest, clientId, family, json, end));
        return token;
    }

    /// What the token stands for, even if it has expired.
    Optional<JwtClaims> find(String token) {
        return known.find(
                Digest.of(token), this::load, claims -> claims.expiresAt().orElse(Instant.EPOCH));
    }

    int sweep(Tx tx, int most) {
        return store.removeExpired(tx, most);
    }

    private Optional<JwtClaims> load(String digest) {
        return database.read(tx -> store.find(tx, Tenant.MAIN, digest))
                .flatMap(json -> StrictJson.object(json.getBytes(UTF_8)))
                .map(JwtClaims::new);
    }
}
