package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client signs what it asks (RFC 9101), at `/oauth2/authorize` and at `/oauth2/par`.
@EachDatabase
class RequestObjectStoryTest {

    private static final String OUTSIDE = "client_id=shop&response_type=code&scope=openid";
    private static final String CALLBACK = "https://app.example.org/cb";
    private static final Pattern ERROR = Pattern.compile("[?&]error=([^&]+)&error_description=([^&]+)");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Browser browser;
    private final ECKey key;
    private final String secret;

    RequestObjectStoryTest(TestDatabase on) throws Exception {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        browser = new Browser(house);
        key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        secret = register("shop", false).text("/client_secret");
        register("bank", true);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_signed_counts_and_nothing_beside_it() throws Exception {
        var page = open(OUTSIDE + "&redirect_uri=https://evil.example/&state=theirs&prompt=none", signed(it -> it));
        assertThat(page.http().body()).contains("current-password");
        var answer = browser.allow(browser.signIn(page, bob)).header("Location").orElseThrow();
        assertThat(answer).startsWith(CALLBACK + "?code=").contains("state=inside");
    }

    @Test
    void claims_may_be_an_object_and_numbers_numbers() throws Exception {
        var object = signed(it -> it.claim("max_age", 10)
                .claim("claims", Map.of("id_token", Map.of("email", Map.of("essential", true)))));
        assertThat(open(OUTSIDE, object).status()).isEqualTo(200);
        assertThat(error(OUTSIDE, signed(it -> it.claim("max_age", -1)))).startsWith("invalid_request `max_age`");
    }

    @Test
    void an_object_can_be_pushed() throws Exception {
        var pushed = push("request=" + signed(it -> it));
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
        var page = browser.open("/oauth2/authorize?client_id=shop&request_uri=" + pushed.text("/request_uri"));
        assertThat(page.http().body()).contains("current-password");

        var bad = push("request=" + signed(it -> it.audience("https://other.example")));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text("/error")).isEqualTo("invalid_request_object");
    }

    @Test
    void an_object_that_is_not_ours_or_not_now_is_refused() throws Exception {
        var now = house.clock().instant();
        for (var wrong : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                it -> it.issuer("other"),
                it -> it.audience("https://other.example"),
                it -> it.claim("client_id", "bank"),
                it -> it.subject("shop"),
                it -> it.claim("request", "x"),
                it -> it.claim("request_uri", "urn:ietf:params:oauth:request_uri:x"),
                it -> it.expirationTime(null),
                it -> it.expirationTime(Date.from(now.minusSeconds(31))),
                it -> it.expirationTime(Date.from(now.plusSeconds(3_700))),
                it -> it.notBeforeTime(Date.from(now.plusSeconds(60))),
                it -> it.notBeforeTime(Date.from(now.minus(Duration.ofMinutes(70)))),
                it -> it.claim("nonce", "a\u0000b")))
            assertThat(error(OUTSIDE + "&redirect_uri=" + CALLBACK, signed(wrong)))
                    .startsWith("invalid_request_object");
    }

    @Test
    void an_object_without_the_clients_signature_is_refused() throws Exception {
        var claims = claims(it -> it);
        var other = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        var mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        mac.sign(new MACSigner(secret.getBytes(UTF_8)));
        var encrypted = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128CBC_HS256).build(), claims);
        encrypted.encrypt(new ECDHEncrypter(other.toPublicJWK()));
        for (var bad : List.of(
                new PlainJWT(claims).serialize(),
                signed(other, "JWT", claims),
                mac.serialize(),
                encrypted.serialize(),
                signed(key, "at+jwt", claims),
                signed(key, "client-authentication+jwt", claims),
                "nonsense"))
            assertThat(error(OUTSIDE + "&redirect_uri=" + CALLBACK, bad)).startsWith("invalid_request_object");
        assertThat(open(OUTSIDE, signed(key, "oauth-authz-req+jwt", claims)).status())
                .isEqualTo(200);
    }

    @Test
    void a_bad_object_goes_to_no_address_that_is_not_the_clients() throws Exception {
        var page = open(OUTSIDE + "&redirect_uri=https://evil.example/", "nonsense");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.http().body()).contains("invalid_request_object");
        assertThat(open(OUTSIDE, "nonsense").status()).isEqualTo(400);
    }

    @Test
    void who_must_sign_does_and_says_since_when() throws Exception {
        var bank = "client_id=bank&response_type=code&scope=openid&redirect_uri=" + CALLBACK;
        var plain = browser.open(
                "/oauth2/authorize?" + bank + "&code_challenge_method=S256&code_challenge=" + "a".repeat(43));
        assertThat(error(plain)).startsWith("invalid_request ");

        UnaryOperator<JWTClaimsSet.Builder> ofBank = it -> it.issuer("bank").claim("client_id", "bank");
        assertThat(open(bank, signed(ofBank)).status()).isEqualTo(200);
        assertThat(error(bank, signed(it -> ofBank.apply(it).notBeforeTime(null))))
                .startsWith("invalid_request_object");
    }

    @Test
    void a_client_is_held_to_its_algorithm() throws Exception {
        admin.patch("/v1/clients/shop", Json.object("request_object_signing_alg", "PS256"));
        assertThat(error(OUTSIDE + "&redirect_uri=" + CALLBACK, signed(it -> it)))
                .startsWith("invalid_request_object");
    }

    @Test
    void a_request_uri_elsewhere_is_not_fetched() {
        var reply = browser.open("/oauth2/authorize?" + OUTSIDE + "&redirect_uri=" + CALLBACK
                + "&request_uri=https://app.example.org/request.jwt");
        assertThat(error(reply)).startsWith("request_uri_not_supported");
    }

    private Reply open(String outside, String object) {
        return browser.open("/oauth2/authorize?" + outside + "&request=" + URLEncoder.encode(object, UTF_8));
    }

    private String error(String outside, String object) {
        return error(open(outside, object));
    }

    private static String error(Reply reply) {
        var location = reply.header("Location").orElseThrow(() -> new AssertionError(reply.toString()));
        assertThat(location).startsWith(CALLBACK);
        var found = ERROR.matcher(location);
        assertThat(found.find()).as(location).isTrue();
        return found.group(1) + " " + URLDecoder.decode(found.group(2), UTF_8).replace('\'', '`');
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> more) throws Exception {
        return signed(key, "JWT", claims(more));
    }

    private static String signed(ECKey by, String type, JWTClaimsSet claims) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(by.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(by));
        return jwt.serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> more) {
        var now = house.clock().instant();
        var builder = new JWTClaimsSet.Builder()
                .issuer("shop")
                .audience("https://id.example.com")
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("client_id", "shop")
                .claim("redirect_uri", CALLBACK)
                .claim("response_type", "code")
                .claim("scope", "openid")
                .claim("state", "inside")
                .claim("code_challenge", "a".repeat(43))
                .claim("code_challenge_method", "S256");
        return more.apply(builder).build();
    }

    private Reply push(String form) throws Exception {
        var basic = Base64.getEncoder().encodeToString(("shop:" + secret).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(house.url("/oauth2/par"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return new Reply(house.http().send(request, BodyHandlers.ofString()));
    }

    private Reply register(String id, boolean mustSign) {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of(CALLBACK),
                        "jwks",
                        new JWKSet(key.toPublicJWK()).toJSONObject(),
                        "require_signed_request_object",
                        mustSign,
                        "scope",
                        "openid email"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }
}
