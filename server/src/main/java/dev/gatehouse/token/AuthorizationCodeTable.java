package dev.gatehouse.token;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

public final class AuthorizationCodeTable extends Table {

    public static final AuthorizationCodeTable AUTHORIZATION_CODE = new AuthorizationCodeTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<UUID> familyId = notNull("family_id", UUID);
    final Column<String> redirectUri = notNull("redirect_uri", TEXT);
    final Column<String> codeChallenge = nullable("code_challenge", TEXT);
    final Column<String> nonce = nullable("nonce", TEXT);
    final Column<String> dpopJkt = nullable("dpop_jkt", TEXT);
    final Column<Instant> issuedAt = notNull("issued_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);
    final Column<Instant> redeemedAt = nullable("redeemed_at", INSTANT);

    final Projection<String> spent = Projection.of(row -> row.get(digest), digest);

    /// With its family, whose table the query joins.
    final Projection<AuthorizationCode> code = Projection.<Function<TokenFamily, AuthorizationCode>>of(
                    row -> {
                        var read = new Unattached(
                                row.get(digest),
                                row.get(redirectUri),
                                row.find(codeChallenge),
                                row.find(nonce),
                                row.find(dpopJkt),
                                row.get(issuedAt),
                                row.get(expiresAt));
                        return read::of;
                    },
                    digest,
                    redirectUri,
                    codeChallenge,
                    nonce,
                    dpopJkt,
                    issuedAt,
                    expiresAt)
            .and(TOKEN_FAMILY.family, Function::apply);

    /// A code as it stands in this table alone.
    private record Unattached(
            String digest,
            String redirectUri,
            Optional<String> codeChallenge,
            Optional<String> nonce,
            Optional<String> dpopJkt,
            Instant issuedAt,
            Instant expiresAt) {

        AuthorizationCode of(TokenFamily family) {
            return new AuthorizationCode(
                    digest, family, redirectUri, codeChallenge, nonce, dpopJkt, issuedAt, expiresAt);
        }
    }

    private AuthorizationCodeTable() {
        super("authorization_code");
        primaryKey(tenantId, digest);
        foreignKey(
                "fk_authorization_code_family",
                List.of(tenantId, familyId),
                List.of(TOKEN_FAMILY.tenantId, TOKEN_FAMILY.id),
                CASCADE);
        index("ix_authorization_code_family", tenantId, familyId);
    }
}
