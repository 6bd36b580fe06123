package dev.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An answer that is one JWT, judged by a client that others wrote (JARM).
@EachDatabase
class SignedResponseStoryTest {

    private static final String ASK = "/oauth2/authorize?redirect_uri=https://app.example.org/cb&response_type=code"
            + "&scope=openid&state=s1&code_challenge_method=S256&code_challenge=" + "a".repeat(43);
    private static final Pattern IN_ADDRESS = Pattern.compile("https://app.example.org/cb\\?response=([^&]+)");
    private static final Pattern IN_FORM = Pattern.compile("name=\"response\" value=\"([^\"]+)\"");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Browser browser;

    SignedResponseStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        browser = new Browser(house);
        register("shop", "RS256");
        register("bank", "PS256");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_answer_in_the_address_is_one_signed_parameter() throws Exception {
        for (var mode : List.of("jwt", "query.jwt")) {
            var claims = validated(only(IN_ADDRESS, location(signIn("shop", mode))), "shop", JWSAlgorithm.RS256);
            assertThat(claims.getStringClaim("state")).isEqualTo("s1");
            assertThat(claims.getStringClaim("code")).isNotBlank();
            assertThat(claims.getExpirationTime().toInstant())
                    .isBetween(house.clock().instant(), house.clock().instant().plusSeconds(600));
        }
    }

    @Test
    void an_answer_in_a_form_is_one_signed_input() throws Exception {
        var page = signIn("shop", "form_post.jwt");
        assertThat(page.http().body()).doesNotContain("name=\"code\"", "name=\"iss\"", "name=\"state\"");
        var claims = validated(only(IN_FORM, page.http().body()), "shop", JWSAlgorithm.RS256);
        assertThat(claims.getStringClaim("code")).isNotBlank();
    }

    @Test
    void a_no_is_signed_as_well() throws Exception {
        var reply = browser.open(ASK + "&client_id=shop&response_mode=jwt&prompt=none");
        var claims = validated(only(IN_ADDRESS, location(reply)), "shop", JWSAlgorithm.RS256);
        assertThat(claims.getStringClaim("error")).isEqualTo("login_required");
        assertThat(claims.getStringClaim("state")).isEqualTo("s1");
    }

    @Test
    void a_client_chooses_the_algorithm() throws Exception {
        var claims = validated(only(IN_ADDRESS, location(signIn("bank", "jwt"))), "bank", JWSAlgorithm.PS256);
        assertThat(claims.getStringClaim("code")).isNotBlank();
    }

    @Test
    void an_algorithm_that_proves_nothing_is_refused_at_registration() {
        assertThat(registered("toy", "HS256").http().body()).contains("authorization_signed_response_alg");
        assertThat(registered("toy", "none").http().body()).contains("authorization_signed_response_alg");
    }

    @Test
    void a_client_is_answered_in_no_other_way_than_it_was_registered_for() {
        house.house()
                .clients()
                .change(
                        Tenant.MAIN,
                        "shop",
                        profile -> profile.with(ClientMember.RESPONSE_MODES, "query.jwt"),
                        Origin.COMMAND_LINE);
        for (var mode : List.of("query", "form_post", "form_post.jwt")) {
            var reply = browser.open(ASK + "&client_id=shop&prompt=none&response_mode=" + mode);
            assertThat(reply.toString() + reply.header("Location")).as(mode).doesNotContain("login_required");
        }
        assertThat(browser.open(ASK + "&client_id=shop").header("Location").orElseThrow())
                .contains("error=unauthorized_client");
        assertThat(location(signIn("shop", "jwt"))).contains("response=");
        assertThat(location(signIn("shop", "query.jwt"))).contains("response=");
    }

    private JWTClaimsSet validated(String jwt, String client, JWSAlgorithm algorithm) throws Exception {
        var keys = JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
        var validator = new JARMValidator(new Issuer("https://id.example.com"), new ClientID(client), algorithm, keys);
        // The house lives at another time than the validator.
        validator.setMaxClockSkew(Integer.MAX_VALUE);
        return validator.validate(JWTParser.parse(jwt));
    }

    private Reply signIn(String client, String mode) {
        var page = browser.open(ASK + "&client_id=" + client + "&response_mode=" + mode);
        if (page.http().body().contains("current-password")) page = browser.signIn(page, bob);
        return page.http().body().contains("name=\"decision\"") ? browser.allow(page) : page;
    }

    private static String location(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        return reply.header("Location").orElseThrow();
    }

    /// There is no other parameter beside it.
    private static String only(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        assertThat(text).doesNotContain("&iss=", "&state=", "&code=");
        return found.group(1);
    }

    private void register(String id, String algorithm) {
        assertThat(registered(id, algorithm).status()).isEqualTo(201);
    }

    private Reply registered(String id, String algorithm) {
        return admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("https://app.example.org/cb"),
                        "authorization_signed_response_alg",
                        algorithm,
                        "scope",
                        "openid"));
    }
}
