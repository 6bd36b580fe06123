package dev.gatehouse.dpop;

import dev.gatehouse.jose.DpopProof;
import dev.gatehouse.secret.Digest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// What a proof must be, in the order in which it is judged: what costs nothing first, the signature last. That it is
/// the only one, and comes for the first time, is judged around this: see [DpopProofs].
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-4.3 RFC 9449 §4.3
enum ProofRules {
    /// Item 4: no token of another kind passes for a proof.
    TYPE_IS_DPOP(
            "its `typ` is not dpop+jwt",
            asked -> asked.proof().type().filter("dpop+jwt"::equalsIgnoreCase).isPresent()),
    /// Item 5.
    ALGORITHM_IS_ALLOWED(
            "its `alg` is not one of " + DpopProofs.ALGORITHM_NAMES,
            asked -> asked.proof()
                    .algorithm()
                    .filter(DpopProofs.ALGORITHMS::contains)
                    .isPresent()),
    /// RFC 7515 §4.1.11: what must be understood and is not.
    NOTHING_IS_CRITICAL("it has a header `crit`", asked -> !asked.proof().hasCriticalHeader()),
    /// Item 7, and RFC 7518 §3.3: long enough.
    KEY_IS_PUBLIC(
            "its `jwk` is no public key for its `alg`, or is too short or too long",
            asked -> asked.proof().hasFittingKey()),
    /// Item 3.
    HAS_AN_ID(
            "its `jti` is missing or too long",
            asked -> asked.proof()
                    .claims()
                    .text("jti")
                    .filter(id -> !id.isEmpty() && id.length() <= 256)
                    .isPresent()),
    /// Item 3.
    SAYS_WHEN(
            "its `iat` is missing or no time",
            asked -> asked.proof().claims().issuedAt().isPresent()),
    /// Item 8.
    METHOD_IS_THE_SAME(
            "its `htm` is another method",
            asked -> asked.proof()
                    .claims()
                    .text("htm")
                    .filter(asked.request().method()::equals)
                    .isPresent()),
    /// Item 9.
    ADDRESS_IS_THE_SAME(
            "its `htu` is another address",
            asked -> asked.proof()
                    .claims()
                    .text("htu")
                    .flatMap(TargetUri::of)
                    .filter(target -> TargetUri.of(asked.request().url())
                            .filter(target::equals)
                            .isPresent())
                    .isPresent()),
    /// Item 12: with an access token, it is for that one.
    ACCESS_TOKEN_IS_THE_SAME(
            "its `ath` is not of this access token",
            asked -> asked.request().accessToken().stream()
                    .allMatch(token -> asked.proof()
                            .claims()
                            .text("ath")
                            .filter(digest -> Digest.matches(token, digest))
                            .isPresent())),
    /// Item 10, §8, §9: one of ours, where one is given or wanted.
    NONCE_IS_OURS(
            "its `nonce` is missing or was ours too long ago",
            asked -> asked.nonce()
                    .map(asked.nonces()::isGood)
                    .orElse(asked.policy() == NoncePolicy.OFFERED
                            && !asked.proof().claims().all().containsKey("nonce"))),
    /// Item 11, §11.1: a good nonce says so better than the sender's clock.
    IS_NEW(
            "its `iat` is not of the last minute by our clock",
            asked -> asked.nonce().isPresent()
                    || asked.proof().claims().issuedAt().stream()
                            .allMatch(created -> created.isAfter(asked.now().minus(DpopProofs.WINDOW))
                                    && created.isBefore(asked.now().plus(DpopProofs.WINDOW)))),
    /// Item 6.
    SIGNATURE_IS_GOOD("its signature is wrong", asked -> asked.proof().isSigned());

    /// A proof, and what it is for.
    record Asked(DpopProof proof, DpopRequest request, NoncePolicy policy, Nonces nonces, Instant now) {

        Optional<String> nonce() {
            return proof.claims().text("nonce");
        }
    }

    private final String why;
    private final Predicate<Asked> holds;

    ProofRules(String why, Predicate<Asked> holds) {
        this.why = why;
        this.holds = holds;
    }

    /// The first rule that is broken.
    static Optional<ProofRules> broken(Asked asked) {
        return Arrays.stream(values()).filter(rule -> !rule.holds.test(asked)).findFirst();
    }

    /// For the developer of the client.
    String why() {
        return why;
    }
}
