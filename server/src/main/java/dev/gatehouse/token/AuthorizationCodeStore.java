package dev.gatehouse.token;

import static dev.gatehouse.token.AuthorizationCodeTable.AUTHORIZATION_CODE;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Optional;

/// Where authorization codes are kept, as digests. The database has the last word on single use.
final class AuthorizationCodeStore {

    void add(Tx tx, AuthorizationCode code) {
        tx.insert(AUTHORIZATION_CODE)
                .set(AUTHORIZATION_CODE.tenantId, code.family().tenantId())
                .set(AUTHORIZATION_CODE.digest, code.digest())
                .set(AUTHORIZATION_CODE.familyId, code.family().id())
                .set(AUTHORIZATION_CODE.redirectUri, code.redirectUri())
                .set(AUTHORIZATION_CODE.codeChallenge, code.codeChallenge())
                .set(AUTHORIZATION_CODE.nonce, code.nonce())
                .set(AUTHORIZATION_CODE.dpopJkt, code.dpopJkt())
                .set(AUTHORIZATION_CODE.issuedAt, code.issuedAt())
                .set(AUTHORIZATION_CODE.expiresAt, code.expiresAt())
                .run();
    }

    /// Spends the code if nobody has.
    ///
    /// @return whether it was this call. Two callers are never both told so
    boolean spend(Tx tx, String tenantId, String digest) {
        return tx.update(AUTHORIZATION_CODE)
                        .set(AUTHORIZATION_CODE.redeemedAt, tx.now())
                        .where(
                                AUTHORIZATION_CODE.tenantId.eq(tenantId),
                                AUTHORIZATION_CODE.digest.eq(digest),
                                AUTHORIZATION_CODE.redeemedAt.isNull(),
                                AUTHORIZATION_CODE.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    Optional<AuthorizationCode> findSpent(ReadTx tx, String tenantId, String digest) {
        return tx.select(AUTHORIZATION_CODE.code)
                .join(
                        TOKEN_FAMILY,
                        TOKEN_FAMILY.tenantId.eq(AUTHORIZATION_CODE.tenantId),
                        TOKEN_FAMILY.id.eq(AUTHORIZATION_CODE.familyId))
                .where(
                        AUTHORIZATION_CODE.tenantId.eq(tenantId),
                        AUTHORIZATION_CODE.digest.eq(digest),
                        AUTHORIZATION_CODE.redeemedAt.isNotNull())
                .one();
    }
}
