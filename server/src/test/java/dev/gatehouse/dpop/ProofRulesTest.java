package dev.gatehouse.dpop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.gatehouse.jose.DpopProof;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.testing.MovableClock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The list of RFC 9449 §4.3, one rule a test.
class ProofRulesTest {

    private static final String TOKEN_URL = "https://id.example.com/oauth2/token";
    private static final DpopRequest FOR_TOKENS = new DpopRequest("POST", TOKEN_URL, Optional.empty());
    private static final DpopRequest WITH_TOKEN = new DpopRequest("POST", TOKEN_URL, Optional.of("the access token"));

    private final MovableClock clock = new MovableClock();
    private final Nonces nonces = new Nonces(MasterKey.of("a secret of tests"), clock);
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    private final Proof good = Proof.of(key, "POST", TOKEN_URL, clock.instant());

    ProofRulesTest() throws Exception {}

    @Test
    void a_good_proof_keeps_all_rules() {
        assertThat(broken(good)).isEmpty();
    }

    @Test
    void every_allowed_algorithm_is_good_with_its_key() throws Exception {
        assertThat(broken(by(new ECKeyGenerator(Curve.P_384).generate()).signed(JWSAlgorithm.ES384)))
                .isEmpty();
        assertThat(broken(by(new RSAKeyGenerator(2048).generate()).signed(JWSAlgorithm.PS256)))
                .isEmpty();
    }

    @Test
    void a_token_of_another_kind_is_no_proof() {
        assertThat(broken(good.header(it -> it.type(JOSEObjectType.JWT)))).contains(ProofRules.TYPE_IS_DPOP);
        assertThat(broken(good.header(it -> it.type(null)))).contains(ProofRules.TYPE_IS_DPOP);
    }

    @Test
    void a_shared_secret_is_no_key_of_a_proof() throws Exception {
        var secret = new OctetSequenceKeyGenerator(256).generate();
        var proof = Proof.of(secret, "POST", TOKEN_URL, clock.instant()).header(it -> it.jwk(key.toPublicJWK()));
        var hidden = new Proof(secret, it -> it.type(new JOSEObjectType("dpop+jwt")), proof.claims());
        assertThat(broken(hidden.signed(JWSAlgorithm.HS256))).contains(ProofRules.ALGORITHM_IS_ALLOWED);
    }

    @Test
    void without_a_signature_nothing_is_proven() {
        var parts = good.signed().split("\\.");
        var header = "{\"typ\":\"dpop+jwt\",\"alg\":\"none\",\"jwk\":"
                + key.toPublicJWK().toJSONString() + "}";
        assertThat(broken(encoded(header) + "." + parts[1] + ".")).contains(ProofRules.ALGORITHM_IS_ALLOWED);
    }

    @Test
    void rsa_without_pss_is_not_taken() throws Exception {
        assertThat(broken(by(new RSAKeyGenerator(2048).generate()).signed(JWSAlgorithm.RS256)))
                .contains(ProofRules.ALGORITHM_IS_ALLOWED);
    }

    @Test
    void what_must_be_understood_and_is_not_is_refused() {
        assertThat(broken(good.header(it -> it.criticalParams(Set.of("exp")).customParam("exp", 1))))
                .contains(ProofRules.NOTHING_IS_CRITICAL);
    }

    @Test
    void the_key_is_there_and_public() {
        var parts = good.signed().split("\\.");
        var withPrivateKey = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key.toJSONString() + "}";
        assertThat(broken(encoded(withPrivateKey) + "." + parts[1] + "." + parts[2]))
                .contains(ProofRules.KEY_IS_PUBLIC);
        assertThat(broken(encoded("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}") + "." + parts[1] + "." + parts[2]))
                .contains(ProofRules.KEY_IS_PUBLIC);
        assertThat(broken(encoded("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":{\"kty\":[\"EC\"]}}") + "."
                        + parts[1] + "." + parts[2]))
                .contains(ProofRules.KEY_IS_PUBLIC);
    }

    @Test
    void the_key_fits_its_algorithm_and_is_neither_short_nor_long() throws Exception {
        assertThat(broken(good.header(it -> it.jwk(otherCurve().toPublicJWK()))))
                .contains(ProofRules.KEY_IS_PUBLIC);
        var tooShort = new RSAKeyGenerator(1024, true).generate().toPublicJWK();
        assertThat(broken(by(new RSAKeyGenerator(2048).generate())
                        .header(it -> it.jwk(tooShort))
                        .signed(JWSAlgorithm.PS256)))
                .contains(ProofRules.KEY_IS_PUBLIC);
        for (var x : List.of("AQ", "", "A".repeat(44))) {
            var stub = "{\"typ\":\"dpop+jwt\",\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                    + x + "\"}}";
            var parts = good.signed().split("\\.");
            assertThat(broken(encoded(stub) + "." + parts[1] + "." + parts[2])).contains(ProofRules.KEY_IS_PUBLIC);
        }
        assertThat(broken(by(new RSAKeyGenerator(4104).generate()).signed(JWSAlgorithm.PS256)))
                .contains(ProofRules.KEY_IS_PUBLIC);
    }

    @Test
    void it_has_an_id_that_can_be_noted() {
        assertThat(broken(good.claim("jti", null))).contains(ProofRules.HAS_AN_ID);
        assertThat(broken(good.claim("jti", ""))).contains(ProofRules.HAS_AN_ID);
        assertThat(broken(good.claim("jti", 7))).contains(ProofRules.HAS_AN_ID);
        assertThat(broken(good.claim("jti", "x".repeat(257)))).contains(ProofRules.HAS_AN_ID);
    }

    @Test
    void it_says_when_it_was_made() {
        assertThat(broken(good.claim("iat", null))).contains(ProofRules.SAYS_WHEN);
        assertThat(broken(good.claim("iat", "noon"))).contains(ProofRules.SAYS_WHEN);
    }

    @Test
    void it_is_for_this_method() {
        assertThat(broken(good.claim("htm", "GET"))).contains(ProofRules.METHOD_IS_THE_SAME);
        assertThat(broken(good.claim("htm", "post"))).contains(ProofRules.METHOD_IS_THE_SAME);
        assertThat(broken(good.claim("htm", null))).contains(ProofRules.METHOD_IS_THE_SAME);
    }

    @Test
    void it_is_for_this_address() {
        assertThat(broken(good.claim("htu", TOKEN_URL + "?a=b#c"))).isEmpty();
        assertThat(broken(good.claim("htu", "https://evil.example/oauth2/token")))
                .contains(ProofRules.ADDRESS_IS_THE_SAME);
        assertThat(broken(good.claim("htu", "/oauth2/token"))).contains(ProofRules.ADDRESS_IS_THE_SAME);
        assertThat(broken(good.claim("htu", null))).contains(ProofRules.ADDRESS_IS_THE_SAME);
    }

    @Test
    void with_an_access_token_it_is_for_that_one() {
        assertThat(broken(good.claim("ath", Digest.of("the access token")).signed(), WITH_TOKEN, NoncePolicy.OFFERED))
                .isEmpty();
        assertThat(broken(good.claim("ath", Digest.of("another")).signed(), WITH_TOKEN, NoncePolicy.OFFERED))
                .contains(ProofRules.ACCESS_TOKEN_IS_THE_SAME);
        assertThat(broken(good.signed(), WITH_TOKEN, NoncePolicy.OFFERED))
                .contains(ProofRules.ACCESS_TOKEN_IS_THE_SAME);
    }

    @Test
    void a_nonce_is_one_of_ours() {
        assertThat(broken(good.claim("nonce", nonces.current()))).isEmpty();
        assertThat(broken(good.claim("nonce", "another's"))).contains(ProofRules.NONCE_IS_OURS);
        assertThat(broken(good.claim("nonce", 7))).contains(ProofRules.NONCE_IS_OURS);
    }

    @Test
    void where_a_nonce_is_required_there_is_one() {
        assertThat(broken(good.signed(), FOR_TOKENS, NoncePolicy.REQUIRED)).contains(ProofRules.NONCE_IS_OURS);
        assertThat(broken(good.claim("nonce", nonces.current()).signed(), FOR_TOKENS, NoncePolicy.REQUIRED))
                .isEmpty();
    }

    @Test
    void it_was_made_within_a_minute() {
        assertThat(broken(madeAt(-59))).isEmpty();
        assertThat(broken(madeAt(59))).isEmpty();
        assertThat(broken(madeAt(-60))).contains(ProofRules.IS_NEW);
        assertThat(broken(madeAt(60))).contains(ProofRules.IS_NEW);
    }

    @Test
    void a_nonce_excuses_a_wrong_clock() {
        assertThat(broken(madeAt(-3_600).claim("nonce", nonces.current()))).isEmpty();
    }

    @Test
    void whoever_made_it_holds_the_key() throws Exception {
        var thiefs = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(broken(by(thiefs).header(it -> it.jwk(key.toPublicJWK())))).contains(ProofRules.SIGNATURE_IS_GOOD);
    }

    @Test
    void what_is_no_token_at_all_is_none() {
        assertThat(DpopProof.parse("")).isEmpty();
        assertThat(DpopProof.parse("a.b.c")).isEmpty();
        assertThat(DpopProof.parse(good.signed() + ", " + good.signed())).isEmpty();
        assertThat(DpopProof.parse(good.claim("more", "x".repeat(4_000)).signed()))
                .isEmpty();
    }

    private Proof madeAt(int seconds) {
        return Proof.of(key, "POST", TOKEN_URL, clock.instant().plusSeconds(seconds));
    }

    private Proof by(JWK other) {
        return Proof.of(other, "POST", TOKEN_URL, clock.instant());
    }

    private static ECKey otherCurve() {
        try {
            return new ECKeyGenerator(Curve.P_384).generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private Optional<ProofRules> broken(Proof proof) {
        return broken(proof.signed());
    }

    private Optional<ProofRules> broken(String proof) {
        return broken(proof, FOR_TOKENS, NoncePolicy.OFFERED);
    }

    private Optional<ProofRules> broken(String proof, DpopRequest request, NoncePolicy policy) {
        return ProofRules.broken(
                new ProofRules.Asked(DpopProof.parse(proof).orElseThrow(), request, policy, nonces, clock.instant()));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
