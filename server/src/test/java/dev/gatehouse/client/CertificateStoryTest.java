package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.CertificateCaller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that prove who they are by certificates, and tokens that are bound to these.
@EachDatabase
class CertificateStoryTest {
    private static final Authority ROOT = Authority.root("CN=Root");
    private static final Authority OTHER_ROOT = Authority.root("CN=Root");
    private static final String NAME = "CN=shop,O=Example";
    private static final Issued SHOPS = ROOT.below("CN=Below").issue(Wish.client(NAME));
    private static final String CALLBACK = "https://app.example.org/callback";

    private final TestHouse house;
    private final Caller admin;

    CertificateStoryTest(TestDatabase on) throws IOException {
        var issuers = Files.createTempFile("issuers", ".pem");
        issuers.toFile().deleteOnExit();
        Files.writeString(issuers, Issued.pem(ROOT.certificate()));
        house = TestHouse.on(
                on,
                Map.of(
                        Variable.CLIENT_CERTIFICATE_HEADER,
                        CertificateCaller.HEADER,
                        Variable.CLIENT_CERTIFICATE_CA,
                        issuers.toAbsolutePath().toString()));
        admin = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_certificate_of_an_issuer_whom_we_trust_proves_the_client_of_that_name() {
        register("shop", "tls_client_auth", Map.of("tls_client_auth_subject_dn", "O=Example, CN=shop"));
        assertThat(ask(SHOPS)).isEqualTo("401 invalid_client");
        change(Map.of("tls_client_auth_subject_dn", "cn=Shop, o=example"));
        assertThat(ask(SHOPS)).isEqualTo("200 ");
        assertThat(ask(ROOT.issue(Wish.client(NAME).rsa()))).isEqualTo("200 ");
    }

    @Test
    void another_certificate_proves_nothing() {
        register("shop", "tls_client_auth", Map.of("tls_client_auth_subject_dn", NAME));
        var now = house.clock().instant();
        var hour = Duration.ofHours(1);
        assertThat(ask(OTHER_ROOT.issue(Wish.client(NAME)))).isEqualTo("401 invalid_client");
        assertThat(ask(OTHER_ROOT.below("CN=Below").issue(Wish.client(NAME)))).isEqualTo("401 invalid_client");
        assertThat(ask(Authority.selfSigned(Wish.client(NAME)))).isEqualTo("401 invalid_client");
        assertThat(ask(ROOT.issue(Wish.client("CN=shop2,O=Example")))).isEqualTo("401 invalid_client");
        assertThat(ask(ROOT.issue(Wish.of(NAME).forServers()))).isEqualTo("401 invalid_client");
        assertThat(ask(ROOT.issue(Wish.client(NAME).between(now.minus(hour), now.minusSeconds(1)))))
                .isEqualTo("401 invalid_client");
        assertThat(ask(ROOT.issue(Wish.client(NAME).between(now.plusSeconds(1), now.plus(hour)))))
                .isEqualTo("401 invalid_client");
        // An end certificate is no issuer, whoever it was given to.
        assertThat(ask(new Issued(List.of(SHOPS.certificate()), SHOPS.keys()))).isEqualTo("401 invalid_client");
        assertThat(answer(CertificateCaller.without(house))).isEqualTo("401 invalid_client");
    }

    @Test
    void a_certificate_that_was_good_is_good_until_it_expires() {
        register("shop", "tls_client_auth", Map.of("tls_client_auth_san_dns", "shop.example.com"));
        var now = house.clock().instant();
        var wish = Wish.client(NAME).dns("shop.example.com").between(now, now.plus(Duration.ofMinutes(5)));
        var shops = ROOT.issue(wish);
        assertThat(ask(shops)).isEqualTo("200 ");
        house.clock().pass(Duration.ofMinutes(4));
        assertThat(ask(shops)).isEqualTo("200 ");
        house.clock().pass(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(ask(shops)).isEqualTo("401 invalid_client");
    }

    @Test
    void a_client_that_is_changed_or_removed_is_no_longer_known_by_its_certificate() {
        register("shop", "tls_client_auth", Map.of("tls_client_auth_subject_dn", NAME));
        assertThat(ask(SHOPS)).isEqualTo("200 ");
        change(Map.of("tls_client_auth_subject_dn", "CN=another"));
        assertThat(ask(SHOPS)).isEqualTo("401 invalid_client");
        change(Map.of("tls_client_auth_subject_dn", NAME));
        admin.delete("/v1/clients/shop");
        assertThat(ask(SHOPS)).isEqualTo("401 invalid_client");
    }

    @Test
    void a_certificate_that_the_client_has_registered_proves_it_whoever_issued_it() {
        var first = Authority.selfSigned(Wish.client("CN=whatever"));
        var second = Authority.selfSigned(Wish.client("CN=whatever"));
        register("shop", "self_signed_tls_client_auth", Map.of("jwks", keys(key(first))));
        assertThat(ask(first)).isEqualTo("200 ");
        assertThat(ask(second)).isEqualTo("401 invalid_client");
        assertThat(ask(SHOPS)).isEqualTo("401 invalid_client");

        change(Map.of("jwks", keys(key(first), key(second))));
        assertThat(ask(first)).isEqualTo("200 ");
        assertThat(ask(second)).isEqualTo("200 ");
        change(Map.of("jwks", keys(key(second))));
        assertThat(ask(first)).isEqualTo("401 invalid_client");
    }

    @Test
    void a_key_that_was_registered_with_its_certificate_means_that_one() throws Exception {
        var registered = Authority.selfSigned(Wish.client("CN=whatever"));
        var another = Authority.selfSigned(Wish.client("CN=whatever"), registered.keys());
        var x5c = List.of(Base64.encode(registered.certificate().getEncoded()));
        var key = new ECKey.Builder(key(registered)).x509CertChain(x5c).build();
        register("shop", "self_signed_tls_client_auth", Map.of("jwks", keys(key)));
        assertThat(ask(registered)).isEqualTo("200 ");
        assertThat(ask(another)).isEqualTo("401 invalid_client");

        var now = house.clock().instant();
        var old = Authority.selfSigned(
                Wish.client("CN=whatever").between(now.minus(Duration.ofDays(2)), now.minusSeconds(1)),
                registered.keys());
        change(Map.of("jwks", keys(key(registered))));
        assertThat(ask(another)).isEqualTo("200 ");
        assertThat(ask(old)).isEqualTo("401 invalid_client");
    }

    @Test
    void who_proves_himself_in_another_way_needs_no_certificate_and_one_does_not_help_him() {
        var secret = register("shop", "client_secret_post", Map.of()).text("/client_secret");
        assertThat(ask(SHOPS)).isEqualTo("401 invalid_client");
        var reply = CertificateCaller.with(house, SHOPS)
                .post(
                        "/oauth2/token",
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "shop",
                        "client_secret",
                        secret);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(claim(reply)).isNull();
    }

    @Test
    void what_is_wrong_with_a_registration_is_told() {
        assertThat(refused("tls_client_auth", Map.of())).contains("/tls_client_auth_subject_dn client");
        assertThat(refused(
                        "tls_client_auth",
                        Map.of("tls_client_auth_subject_dn", NAME, "tls_client_auth_san_dns", "shop.example.com")))
                .contains("/tls_client_auth_subject_dn client");
        assertThat(refused("tls_client_auth", Map.of("tls_client_auth_san_ip", "shop")))
                .contains("/tls_client_auth_san_ip client");
        assertThat(refused("client_secret_basic", Map.of("tls_client_auth_subject_dn", NAME)))
                .contains("/token_endpoint_auth_method client");
        assertThat(refused("self_signed_tls_client_auth", Map.of())).contains("/jwks client");
    }

    @Test
    void tokens_are_bound_to_the_certificate_of_a_client_that_wants_it() {
        register(
                "shop",
                "tls_client_auth",
                Map.of("tls_client_auth_subject_dn", NAME, "tls_client_certificate_bound_access_tokens", true));
        var reply = token(CertificateCaller.with(house, SHOPS));
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(claim(reply)).isEqualTo(Map.of("x5t#S256", digest(SHOPS)));
    }

    @Test
    void a_bound_token_opens_our_doors_to_its_certificate_only() {
        registerApp();
        var tokens = redeem(code(), CertificateCaller.with(house, SHOPS));
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        var token = tokens.text("/access_token");
        assertThat(CertificateCaller.with(house, SHOPS)
                        .get("/oauth2/userinfo", token)
                        .status())
                .isEqualTo(200);
        for (var thief : List.of(
                CertificateCaller.without(house),
                CertificateCaller.with(house, ROOT.issue(Wish.client(NAME))),
                CertificateCaller.with(house, ROOT.issue(Wish.client(NAME), SHOPS.keys())))) {
            var refused = thief.get("/oauth2/userinfo", token);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer error=\"invalid_token\"")
                    .contains("bound to a certificate");
            assertThat(thief.post("/oauth2/userinfo", "access_token", token).status())
                    .isEqualTo(401);
        }
        assertThat(CertificateCaller.with(house, SHOPS)
                        .post("/oauth2/userinfo", "access_token", token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_public_clients_refresh_token_is_bound_too() {
        registerApp();
        var first = redeem(code(), CertificateCaller.with(house, SHOPS)).text("/refresh_token");
        var thief = CertificateCaller.with(house, ROOT.issue(Wish.client(NAME)));
        assertThat(answer(refresh(first, thief))).isEqualTo("400 invalid_grant");
        assertThat(answer(refresh(first, CertificateCaller.without(house)))).isEqualTo("400 invalid_request");
        var second = refresh(first, CertificateCaller.with(house, SHOPS));
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(claim(second)).isEqualTo(Map.of("x5t#S256", digest(SHOPS)));
    }

    @Test
    void who_wants_bound_tokens_gets_none_without_a_certificate_and_keeps_the_code() {
        registerApp();
        var code = code();
        assertThat(answer(redeem(code, CertificateCaller.without(house)))).isEqualTo("400 invalid_request");
        assertThat(redeem(code, CertificateCaller.with(house, SHOPS)).status()).isEqualTo(200);
    }

    @Test
    void the_metadata_name_what_works() {
        var metadata =
                house.caller().get("/.well-known/oauth-authorization-server").json();
        assertThat(metadata.at("/tls_client_certificate_bound_access_tokens").asBoolean())
                .isTrue();
        assertThat(metadata.at("/token_endpoint_auth_methods_supported").toString())
                .contains("\"tls_client_auth\"", "\"self_signed_tls_client_auth\"");
        assertThat(metadata.has("mtls_endpoint_aliases")).isFalse();
        house.restart(Map.of(Variable.CLIENT_CERTIFICATE_HEADER, "", Variable.CLIENT_CERTIFICATE_CA, ""));
        var without =
                house.caller().get("/.well-known/oauth-authorization-server").json();
        assertThat(without.at("/tls_client_certificate_bound_access_tokens").asBoolean())
                .isFalse();
        assertThat(without.at("/token_endpoint_auth_methods_supported").toString())
                .doesNotContain("tls_client_auth");
    }

    private Reply register(String id, String method, Map<String, Object> more) {
        var reply = admin.post("/v1/clients", metadata(id, method, more));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    private void registerApp() {
        var more = Map.<String, Object>of(
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "redirect_uris",
                List.of(CALLBACK),
                "scope",
                "openid offline_access",
                "first_party",
                true,
                "tls_client_certificate_bound_access_tokens",
                true);
        register("app", "none", more);
    }

    private List<String> refused(String method, Map<String, Object> more) {
        var reply = admin.post("/v1/clients", metadata("shop", method, more));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        return reply.faults();
    }

    private static String metadata(String id, String method, Map<String, Object> more) {
        var members = new LinkedHashMap<String, Object>();
        members.put("client_id", id);
        members.put("client_name", "The " + id);
        members.put("token_endpoint_auth_method", method);
        members.put("grant_types", List.of("client_credentials"));
        members.putAll(more);
        return json(members);
    }

    private void change(Map<String, Object> members) {
        var reply = admin.patch("/v1/clients/shop", json(members));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private static String json(Map<String, Object> members) {
        return Json.object(members.entrySet().stream()
                .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                .toArray());
    }

    private Reply token(CertificateCaller caller) {
        return caller.post("/oauth2/token", "grant_type", "client_credentials", "client_id", "shop");
    }

    private String answer(CertificateCaller caller) {
        return answer(token(caller));
    }

    private String ask(Issued certificate) {
        return answer(CertificateCaller.with(house, certificate));
    }

    private static String answer(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }

    private static Object claim(Reply tokens) {
        try {
            return SignedJWT.parse(tokens.text("/access_token"))
                    .getJWTClaimsSet()
                    .getClaim("cnf");
        } catch (ParseException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String digest(Issued certificate) {
        try {
            return Digest.of(certificate.certificate().getEncoded());
        } catch (CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static ECKey key(Issued certificate) {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.keys().getPublic()).build();
    }

    private static Map<String, Object> keys(JWK... keys) {
        return new JWKSet(List.of(keys)).toJSONObject();
    }

    private static final CodeVerifier VERIFIER = new CodeVerifier();

    private String code() {
        var browser = new Browser(house);
        var page = browser.open("/oauth2/authorize?response_type=code&client_id=app&scope=openid%20offline_access"
                + "&redirect_uri=" + CALLBACK + "&code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue());
        var answered = browser.signIn(page, house.person("bob"));
        var location = answered.header("Location").orElseThrow(() -> new AssertionError(answered.toString()));
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static Reply redeem(String code, CertificateCaller caller) {
        return caller.post(
                "/oauth2/token",
                "grant_type",
                "authorization_code",
                "client_id",
                "app",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                VERIFIER.getValue());
    }

    private static Reply refresh(String token, CertificateCaller caller) {
        return caller.post("/oauth2/token", "grant_type", "refresh_token", "client_id", "app", "refresh_token", token);
    }
}
