package dev.gatehouse.token;

import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.dpop.DpopRequest;
import dev.gatehouse.dpop.DpopVerdict;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.token.ShownToken.Bad;
import dev.gatehouse.token.ShownToken.Good;
import dev.gatehouse.token.ShownToken.Nothing;
import dev.gatehouse.web.Request;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Finds the access token of a request, and sees whether whoever shows it may use it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-2 RFC 6750 §2
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-7 RFC 9449 §7
public final class AccessTokenGuard {

    private static final String INVALID_TOKEN = "invalid_token";
    private static final String INVALID_PROOF = "invalid_dpop_proof";
    private static final String NONCE_WANTED = "use_dpop_nonce";

    private static final String EXPIRED = "It has expired.";
    private static final String NOT_OURS = "It is none of ours for this.";
    private static final String WITH_NONCE = "Send a proof with the nonce of the header DPoP-Nonce.";

    private final AccessTokens accessTokens;
    private final DpopProofs proofs;

    public AccessTokenGuard(AccessTokens accessTokens, DpopProofs proofs) {
        this.accessTokens = accessTokens;
        this.proofs = proofs;
    }

    /// The rules, in order:
    ///
    /// 1. there is a token, by the scheme Bearer (RFC 6750 §2.1) or DPoP (RFC 9449 §7.1)
    /// 2. it is good by itself
    /// 3. one bound to a DPoP key comes by the scheme DPoP, and only such a one does (RFC 9449 §7.1, §7.2)
    /// 4. its proof is good, for this request and this token (§4.3)
    /// 5. the proof is by the key that the token is bound to (§7.1)
    /// 6. the proof comes for the first time (§11.1)
    /// 7. the caller holds the certificate that the token is bound to (RFC 8705 §3)
    ShownToken judge(Request request) {
        return request.credentials("Bearer")
                .map(token -> byBearer(token, request))
                .or(() -> request.credentials("DPoP").map(token -> byDpop(token, request)))
                .orElseGet(Nothing::new);
    }

    /// A token that came by itself: by the scheme Bearer, or in a form.
    ShownToken byBearer(String token, Request request) {
        return switch (accessTokens.verify(token)) {
            case JwtVerdict.Valid(var claims)
            when Confirmation.of(claims).jkt().isPresent() ->
                bad(Challenge::bearerOrDpop, INVALID_TOKEN, "It is bound to a key; send it by the scheme DPoP.");
            case JwtVerdict.Valid(var claims) -> withCertificate(claims, request, Challenge::bearer);
            case JwtVerdict.Expired _ -> bad(Challenge::bearer, INVALID_TOKEN, EXPIRED);
            case JwtVerdict.Invalid _ -> bad(Challenge::bearer, INVALID_TOKEN, NOT_OURS);
        };
    }

    private ShownToken byDpop(String token, Request request) {
        return switch (accessTokens.verify(token)) {
            case JwtVerdict.Valid(var claims) ->
                Confirmation.of(claims)
                        .jkt()
                        .map(jkt -> proven(token, claims, jkt, request))
                        .orElseGet(() -> bad(
                                Challenge::dpop,
                                INVALID_TOKEN,
                                "It is bound to no key; send it by the scheme Bearer."));
            case JwtVerdict.Expired _ -> bad(Challenge::dpop, INVALID_TOKEN, EXPIRED);
            case JwtVerdict.Invalid _ -> bad(Challenge::dpop, INVALID_TOKEN, NOT_OURS);
        };
    }

    private ShownToken proven(String token, JwtClaims claims, String jkt, Request request) {
        var target = new DpopRequest(request.method(), request.url(request.path()), Optional.of(token));
        return switch (proofs.judge(request.headers(DpopProofs.HEADER), target)) {
            case DpopVerdict.Absent() -> badProof("there is none");
            case DpopVerdict.Bad(var why) -> badProof(why);
            case DpopVerdict.NonceWanted() ->
                new Bad(
                        NONCE_WANTED,
                        WITH_NONCE,
                        Challenge.dpop(NONCE_WANTED, WITH_NONCE),
                        Optional.of(proofs.nextNonce()));
            case DpopVerdict.Good proof
            when !proof.jkt().equals(jkt) ->
                bad(Challenge::dpop, INVALID_TOKEN, "It is bound to another key than that of the proof.");
            case DpopVerdict.Good proof when !proofs.spend(proof) -> badProof("it was used before");
            case DpopVerdict.Good _ -> withCertificate(claims, request, Challenge::dpop);
        };
    }

    private static ShownToken withCertificate(JwtClaims claims, Request request, BinaryOperator<String> challenge) {
        var wanted = Confirmation.of(claims).x5tS256();
        return wanted.isEmpty() || wanted.equals(CertificateDigest.of(request.certificates()))
                ? new Good(claims)
                : bad(challenge, INVALID_TOKEN, "It is bound to a certificate; connect with that one.");
    }

    private ShownToken badProof(String why) {
        return bad(Challenge::dpop, INVALID_PROOF, "The DPoP proof is not good: " + why + ".");
    }

    private static ShownToken bad(BinaryOperator<String> challenge, String error, String why) {
        return new Bad(error, why, challenge.apply(error, why), Optional.empty());
    }
}
