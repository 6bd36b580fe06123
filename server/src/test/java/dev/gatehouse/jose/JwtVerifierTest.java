package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jose.JwtVerdict.Expired;
import dev.gatehouse.jose.JwtVerdict.Invalid;
import dev.gatehouse.jose.JwtVerdict.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way to get a token believed that should not be, one a test.
class JwtVerifierTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant EXPIRY = NOON.plusSeconds(900);
    private static final SigningKey KEY = Keys.of(JwtAlgorithm.ES256);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final JwtVerifier verifier = verifier(JwtExpectations.ofOurOwn(
            "at+jwt", "https://id.example", "https://api.example", Set.of(JwtAlgorithm.ES256)));

    @Test
    void a_token_that_meets_every_expectation_is_valid() {
        assertThat(verifier.verify(signed(claims()))).isEqualTo(new Valid(new JwtClaims(claims())));
    }

    @Test
    void a_token_is_good_until_the_second_it_expires() {
        var token = signed(claims());
        now.set(EXPIRY.minusMillis(1));
        assertThat(verifier.verify(token)).isInstanceOf(Valid.class);
        now.set(EXPIRY);
        assertThat(verifier.verify(token)).isEqualTo(new Expired(EXPIRY));
        now.set(EXPIRY.plusSeconds(1));
        assertThat(verifier.verify(token)).isEqualTo(new Expired(EXPIRY));
    }

    @Test
    void a_token_without_an_end_is_refused() {
        assertRefused(signed(with("exp", null)), "exp is missing");
        assertRefused(signed(with("exp", "1800000000")), "exp is missing or not a time");
    }

    @Test
    void a_token_is_refused_before_its_time() {
        assertRefused(signed(with("nbf", NOON.getEpochSecond() + 1)), "nbf has not come");
        assertRefused(signed(with("nbf", "soon")), "nbf is not a time");
        assertThat(verifier.verify(signed(with("nbf", NOON.getEpochSecond())))).isInstanceOf(Valid.class);
    }

    @Test
    void leeway_moves_both_ends_by_so_much_and_no_more() {
        var lenient = verifier(new JwtExpectations(
                "at+jwt",
                "https://id.example",
                "https://api.example",
                Set.of(JwtAlgorithm.ES256),
                Duration.ofSeconds(30)));
        var token = signed(with("nbf", NOON.getEpochSecond()));

        now.set(NOON.minusSeconds(30));
        assertThat(lenient.verify(token)).isInstanceOf(Valid.class);
        now.set(NOON.minusSeconds(31));
        assertThat(lenient.verify(token)).isInstanceOf(Invalid.class);
        now.set(EXPIRY.plusSeconds(29));
        assertThat(lenient.verify(token)).isInstanceOf(Valid.class);
        now.set(EXPIRY.plusSeconds(30));
        assertThat(lenient.verify(token)).isInstanceOf(Expired.class);
    }

    @Test
    void a_token_for_someone_else_is_refused() {
        assertRefused(signed(with("aud", "https://mail.example")), "aud does not name us");
        assertRefused(signed(with("aud", null)), "aud does not name us");
        assertRefused(signed(with("aud", "https://api.example/")), "aud does not name us");
        assertThat(verifier.verify(signed(with("aud", List.of("https://mail.example", "https://api.example")))))
                .isInstanceOf(Valid.class);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(signed(with("iss", "https://id.example.evil.example")), "iss is another");
        assertRefused(signed(with("iss", null)), "iss is another");
    }

    @Test
    void another_kind_of_token_signed_with_the_same_key_is_refused() {
        assertRefused(new JwtSigner(KEY, "JWT").sign(claims()), "typ is not at+jwt");
        assertRefused(new JwtSigner(KEY, "logout+jwt").sign(claims()), "typ is not at+jwt");
        assertRefused(forged("{\"alg\":\"ES256\",\"kid\":\"" + KEY.kid() + "\"}"), "typ is not at+jwt");
    }

    @Test
    void a_type_may_be_spelled_as_a_whole_media_type_in_any_case() {
        assertThat(verifier.verify(new JwtSigner(KEY, "application/AT+JWT").sign(claims())))
                .isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", ""})
    void a_token_without_a_signature_is_refused(String none) {
        var header = "{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY.kid() + "\"}";
        assertRefused(encoded(header) + "." + encoded(claimsJson()) + ".", "alg is not that of its key");
    }

    /// The classic: an RSA public key, which everybody has, taken for an HMAC secret.
    @Test
    void a_public_key_is_never_taken_for_a_shared_secret() {
        var rsa = Keys.of(JwtAlgorithm.RS256);
        var publicBytes = rsa.verificationKey().usable().getEncoded();
        var header = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + rsa.kid() + "\"}";
        var input = encoded(header) + "." + encoded(claimsJson());
        var forgery = Signatures.sign(
                JwtAlgorithm.HS256,
                new SecretKeySpec(publicBytes, "HmacSHA256"),
                input.getBytes(StandardCharsets.US_ASCII));
        var everythingAllowed = new JwtVerifier(
                JwtExpectations.ofOurOwn(
                        "at+jwt", "https://id.example", "https://api.example", Set.of(JwtAlgorithm.values())),
                Keys.only(rsa),
                now::get,
                0);

        assertThat(everythingAllowed.verify(input + "." + encoded(forgery)))
                .isEqualTo(new Invalid("its alg is not that of its key"));
    }

    @Test
    void a_key_of_ours_whose_algorithm_is_not_allowed_here_is_refused() {
        var rsa = Keys.of(JwtAlgorithm.RS256);
        var es256Only = new JwtVerifier(expectations(), Keys.only(rsa), now::get, 0);
        assertThat(es256Only.verify(new JwtSigner(rsa, "at+jwt").sign(claims())))
                .isEqualTo(new Invalid("its alg is not allowed here"));
    }

    @Test
    void a_token_signed_with_a_stranger_s_key_is_refused() {
        var stranger = SigningKey.generate(JwtAlgorithm.ES256);
        assertRefused(new JwtSigner(stranger, "at+jwt").sign(claims()), "none of the keys has its kid");
    }

    @Test
    void a_stranger_s_signature_under_our_key_s_name_is_refused() {
        var stranger = SigningKey.generate(JwtAlgorithm.ES256);
        var input = encoded(header()) + "." + encoded(claimsJson());
        var forgery = Signatures.sign(JwtAlgorithm.ES256, stranger.usable(), input.getBytes(StandardCharsets.US_ASCII));
        assertRefused(input + "." + encoded(forgery), "signature is wrong");
    }

    /// Their own key inside the header, or an address to fetch it from: nobody looks.
    @ParameterizedTest
    @ValueSource(strings = {"jwk", "jku", "x5u", "x5c"})
    void a_key_that_the_token_brings_along_is_ignored(String parameter) {
        var stranger = SigningKey.generate(JwtAlgorithm.ES256);
        var brought = parameter.equals("jwk") ? stranger.toJson() : "\"https://evil.example/keys\"";
        var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY.kid() + "\",\"" + parameter + "\":"
                + brought + "}";
        var input = encoded(header) + "." + encoded(claimsJson());
        var forgery = Signatures.sign(JwtAlgorithm.ES256, stranger.usable(), input.getBytes(StandardCharsets.US_ASCII));

        assertRefused(input + "." + encoded(forgery), "signature is wrong");
        assertThat(verifier.verify(forged(header))).isInstanceOf(Valid.class);
    }

    @Test
    void a_token_that_names_no_key_is_refused() {
        assertRefused(forged("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}"), "none of the keys has its kid");
        assertRefused(forged("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":7}"), "none of the keys has its kid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"b64\"]", "[\"http://evil.example/ext\"]", "[]", "null"})
    void a_token_that_demands_what_we_do_not_know_is_refused(String crit) {
        var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY.kid() + "\",\"b64\":true,\"crit\":" + crit
                + "}";
        assertThat(verifier.verify(forged(header))).isInstanceOf(Invalid.class);
    }

    @Test
    void an_altered_claim_is_noticed() {
        var parts = signed(claims()).split("\\.");
        var altered = encoded(claimsJson().replace("alice", "admin"));
        assertRefused(parts[0] + "." + altered + "." + parts[2], "signature is wrong");
    }

    @Test
    void an_altered_header_is_noticed() {
        var parts = signed(claims()).split("\\.");
        var altered = encoded(header().replace("{", "{\"x\":1,"));
        assertRefused(altered + "." + parts[1] + "." + parts[2], "signature is wrong");
    }

    @Test
    void a_token_has_one_spelling_so_every_altered_character_is_noticed() {
        var token = signed(claims());
        for (var at = 0; at < token.length(); at++)
            for (var other : new char[] {'A', 'B', 'Q', '-', '=', '.', 'ä'}) {
                if (token.charAt(at) == other) continue;
                var altered = token.substring(0, at) + other + token.substring(at + 1);
                assertThat(verifier.verify(altered)).as(altered).isInstanceOf(Invalid.class);
            }
    }

    @Test
    void a_token_cut_short_anywhere_is_refused() {
        var token = signed(claims());
        for (var length = 0; length < token.length(); length++)
            assertThat(verifier.verify(token.substring(0, length))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_token_with_more_parts_than_three_is_refused() {
        var token = signed(claims());
        assertRefused(token + ".", "not a signed token");
        assertRefused(token + "." + token, "not a signed token");
        assertRefused("." + token, "not a signed token");
        assertRefused("..", "not a signed token");
        assertRefused("...", "not a signed token");
        assertRefused(" " + token, "not a signed token");
    }

    /// With r and s zero, some implementations once believed everything.
    @Test
    void an_empty_signature_and_one_of_zeros_are_refused() {
        var input = encoded(header()) + "." + encoded(claimsJson()) + ".";
        assertRefused(input, "signature is wrong");
        assertRefused(input + encoded(new byte[64]), "signature is wrong");
        assertRefused(input + encoded(new byte[1]), "signature is wrong");
        assertRefused(input + encoded(new byte[4_000]), "signature is wrong");
    }

    @Test
    void a_huge_token_is_refused_before_its_signature_is_looked_at() {
        var longest = 8 * 1024;
        assertRefused("a".repeat(longest + 1), "longer than 8192 characters");
        assertRefused(signed(with("x", "y".repeat(longest))), "longer than 8192 characters");
        assertRefused("a".repeat(longest), "not a signed token");
    }

    @Test
    void a_claim_said_twice_is_refused_whatever_it_says() {
        var twice = claimsJson().replace("{", "{\"sub\":\"admin\",");
        assertRefused(sign(header(), twice), "each name once");
        var twiceInside = claimsJson().replace("{", "{\"cnf\":{\"jkt\":\"alice\",\"jkt\":\"admin\"},");
        assertRefused(sign(header(), twiceInside), "each name once");
    }

    @Test
    void a_header_parameter_said_twice_is_refused() {
        assertRefused(forged(header().replace("{", "{\"alg\":\"none\",")), "not a signed token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[[\"sub\",\"admin\"]]", "\"alice\"", "{"})
    void claims_that_are_no_json_object_are_refused(String json) {
        assertRefused(sign(header(), json), "not one JSON object");
    }

    @Test
    void claims_in_something_like_json_are_refused() {
        assertRefused(sign(header(), claimsJson() + "x"), "not one JSON object");
        assertRefused(sign(header(), claimsJson() + claimsJson()), "not one JSON object");
        assertRefused(sign(header(), claimsJson().replace('"', '\'')), "not one JSON object");
        assertRefused(sign(header(), claimsJson().replace("\"sub\"", "sub")), "not one JSON object");
        assertRefused(sign(header(), claimsJson().replace("{", "{/* why not */")), "not one JSON object");
        assertRefused(sign(header(), claimsJson().replace("{", "{\"x\":NaN,")), "not one JSON object");
    }

    @Test
    void claims_that_are_not_utf_8_are_refused() {
        var broken = claimsJson().replace("alice", "ali\u00e7e").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(sign(encoded(header()), broken), "not one JSON object");
    }

    @Test
    void claims_nested_a_thousand_deep_do_not_hurt() {
        var deep = "[".repeat(2_000) + "]".repeat(2_000);
        assertRefused(sign(header(), claimsJson().replace("{", "{\"x\":" + deep + ",")), "not one JSON object");
    }

    @Test
    void why_a_token_was_refused_says_nothing_of_what_was_in_it() {
        var why = (Invalid) verifier.verify(forged(header().replace("ES256", "secret")));
        assertThat(why.why()).doesNotContain("secret");
    }

    private void assertRefused(String token, String why) {
        assertThat(verifier.verify(token))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.why()).contains(why));
    }

    private JwtVerifier verifier(JwtExpectations expected) {
        return new JwtVerifier(expected, Keys.only(KEY), now::get, 100);
    }

    private static JwtExpectations expectations() {
        return JwtExpectations.ofOurOwn(
                "at+jwt", "https://id.example", "https://api.example", Set.of(JwtAlgorithm.ES256));
    }

    private static Map<String, Object> claims() {
        return Map.of(
                "iss",
                "https://id.example",
                "aud",
                "https://api.example",
                "sub",
                "alice",
                "exp",
                EXPIRY.getEpochSecond());
    }

    private static Map<String, Object> with(String name, Object value) {
        var claims = new HashMap<>(claims());
        claims.remove(name);
        Optional.ofNullable(value).ifPresent(present -> claims.put(name, present));
        return claims;
    }

    private static String claimsJson() {
        return "{\"iss\":\"https://id.example\",\"aud\":\"https://api.example\",\"sub\":\"alice\",\"exp\":"
                + EXPIRY.getEpochSecond() + "}";
    }

    private static String header() {
        return "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY.kid() + "\"}";
    }

    private static String signed(Map<String, Object> claims) {
        return new JwtSigner(KEY, "at+jwt").sign(claims);
    }

    /// The claims of a good token under any header, with a good signature over both.
    private static String forged(String header) {
        return sign(header, claimsJson());
    }

    private static String sign(String header, String claims) {
        return sign(encoded(header), claims.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String encodedHeader, byte[] claims) {
        var input = encodedHeader + "." + encoded(claims);
        var signature = Signatures.sign(KEY.algorithm(), KEY.usable(), input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + encoded(signature);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
