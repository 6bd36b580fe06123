package dev.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person signs in at an application: the whole code flow, by a client that others wrote.
@EachDatabase
class CodeFlowStoryTest {

    private static final URI CALLBACK = URI.create("https://app.example.org/callback?from=gatehouse");
    private static final Issuer ISSUER = new Issuer("https://id.example.com");
    private static final ClientID SHOP = new ClientID("shop");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Secret secret;
    private final Browser browser;
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final Nonce nonce = new Nonce();

    CodeFlowStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        secret = new Secret(register("shop").text("/client_secret"));
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_person_signs_in_allows_it_and_the_client_knows_who_it_is() throws Exception {
        var metadata = OIDCProviderMetadata.parse(
                house.caller().get("/.well-known/openid-configuration").http().body());
        assertThat(metadata.getIssuer()).isEqualTo(ISSUER);
        var keys = JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());

        var consent = browser.signIn(browser.open(ask("openid email offline_access")), bob);
        assertThat(consent.http().body()).contains("The shop");
        var answer = success(browser.allow(consent));
        assertThat(answer.getIssuer()).isEqualTo(ISSUER);
        assertThat(answer.getState()).isEqualTo(state);

        var tokens = tokens(redeem(answer.getAuthorizationCode()));
        var idToken = validated(tokens, keys);
        assertThat(idToken.getSubject().getValue()).isEqualTo(bob.id());
        assertThat(idToken.getAuthenticationTime()).isNotNull();
        assertThat(idToken.getSessionID()).isNotNull();
        assertThat(idToken.getStringListClaim("amr")).containsExactly("pwd");
        var accessToken = tokens.getOIDCTokens().getBearerAccessToken();
        assertThat(idToken.getAccessTokenHash())
                .isEqualTo(AccessTokenHash.compute(accessToken, JWSAlgorithm.RS256, null));
        assertThat(accessToken.getScope().toStringList()).containsExactly("openid", "email", "offline_access");

        var userinfo = house.caller().with(accessToken.getValue()).get("/oauth2/userinfo");
        assertThat(userinfo.text("/sub")).isEqualTo(bob.id());
        assertThat(userinfo.text("/email")).isEqualTo(bob.email());
        assertThat(userinfo.json().has("updated_at")).isFalse();
        assertThat(userinfo.json().get("email_verified").asBoolean()).isFalse();
        admin.patch("/v1/accounts/" + bob.id(), Json.object("email_verified", true));
        var vouched = house.caller().with(accessToken.getValue()).get("/oauth2/userinfo");
        assertThat(vouched.json().get("email_verified").asBoolean()).isTrue();
    }

    @Test
    void who_is_signed_in_and_has_allowed_it_sees_no_page() throws Exception {
        signIn("openid");
        assertThat(success(browser.open(ask("openid"))).getAuthorizationCode()).isNotNull();
        assertThat(browser.open(ask("openid", it -> it.prompt(new Prompt("none"))))
                        .header("Location"))
                .hasValueSatisfying(at -> assertThat(at).contains("code="));
    }

    @Test
    void prompt_none_never_shows_a_page() throws Exception {
        assertThat(error(browser.open(ask("openid", it -> it.prompt(new Prompt("none"))))))
                .isEqualTo("login_required");
        browser.signIn(browser.open(ask("openid")), bob);
        assertThat(error(browser.open(ask("openid", it -> it.prompt(new Prompt("none"))))))
                .isEqualTo("consent_required");
    }

    @Test
    void prompt_login_asks_again_and_then_is_content() throws Exception {
        signIn("openid");
        house.clock().pass(Duration.ofMinutes(2));
        var page = browser.open(ask("openid", it -> it.prompt(new Prompt("login"))));
        assertThat(page.http().body()).contains("current-password");
        assertThat(success(browser.signIn(page, bob)).getAuthorizationCode()).isNotNull();
    }

    @Test
    void max_age_asks_again_when_the_sign_in_is_older() throws Exception {
        signIn("openid");
        house.clock().pass(Duration.ofMinutes(2));
        assertThat(success(browser.open(ask("openid", it -> it.maxAge(121)))).getAuthorizationCode())
                .isNotNull();
        var page = browser.open(ask("openid", it -> it.maxAge(119)));
        assertThat(page.http().body()).contains("current-password");
        assertThat(success(browser.signIn(page, bob)).getAuthorizationCode()).isNotNull();
    }

    @Test
    void who_says_no_is_brought_back_with_access_denied() throws Exception {
        var consent = browser.signIn(browser.open(ask("openid")), bob);
        assertThat(error(browser.deny(consent))).isEqualTo("access_denied");
    }

    @Test
    void an_answer_can_come_as_a_form() throws Exception {
        signIn("openid");
        var page = browser.open(ask("openid", it -> it.responseMode(ResponseMode.FORM_POST)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body())
                .contains("action=\"" + CALLBACK + "\"", "name=\"code\"", "name=\"iss\"", state.getValue());
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://app.example.org", "script-src 'self' 'sha256-");
    }

    @Test
    void a_bad_client_or_redirect_uri_is_never_redirected() {
        for (var query : List.of(
                "",
                "client_id=nobody&redirect_uri=https://evil.example/",
                "client_id=shop",
                "client_id=shop&redirect_uri=https://app.example.org/callback",
                "client_id=shop&client_id=shop&redirect_uri=" + CALLBACK,
                "client_id=shop&response_type=code&redirect_uri=https://app.example.org/callback?from=gatehouse%26x")) {
            var page = browser.open("/oauth2/authorize?" + query);
            assertThat(page.status()).as(query).isEqualTo(400);
            assertThat(page.header("Location")).isEmpty();
        }
    }

    @Test
    void a_code_is_redeemed_once_and_a_replay_takes_its_tokens_back() throws Exception {
        var code = signIn("openid offline_access");
        var tokens = tokens(redeem(code)).getOIDCTokens();
        var caller = house.caller().with(tokens.getAccessToken().getValue());
        assertThat(caller.get("/oauth2/userinfo").status()).isEqualTo(200);

        assertThat(refused(redeem(code))).isEqualTo("400 invalid_grant");
        var revoked = caller.get("/oauth2/userinfo");
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer error=\"invalid_token\"");
        assertThat(refused(refresh(tokens.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
    }

    @Test
    void of_fifty_redemptions_at_once_one_wins() throws Exception {
        var code = signIn("openid");
        var statuses = Race.of(50, _ -> redeem(code).getStatusCode());
        assertThat(statuses).containsOnly(200, 400).containsOnlyOnce(200);
    }

    @Test
    void a_code_lives_sixty_seconds() throws Exception {
        var code = signIn("openid");
        house.clock().pass(Duration.ofSeconds(60));
        assertThat(refused(redeem(code))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier_its_address_and_its_client() throws Exception {
        var other = new Secret(register("other").text("/client_secret"));
        for (var wrong : List.<TokenRequest>of(
                request(new AuthorizationCodeGrant(signIn("openid"), CALLBACK, new CodeVerifier()), SHOP, secret),
                request(new AuthorizationCodeGrant(signIn("openid"), CALLBACK), SHOP, secret),
                request(
                        new AuthorizationCodeGrant(
                                signIn("openid"), URI.create("https://app.example.org/callback"), verifier),
                        SHOP,
                        secret),
                request(
                        new AuthorizationCodeGrant(signIn("openid"), CALLBACK, verifier),
                        new ClientID("other"),
                        other))) assertThat(refused(send(wrong))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_refresh_narrows_but_never_widens() throws Exception {
        var first = tokens(redeem(signIn("openid email offline_access"))).getOIDCTokens();
        assertThat(refused(refresh(first.getRefreshToken(), new Scope("openid", "profile"))))
                .isEqualTo("400 invalid_scope");

        var second =
                tokens(refresh(first.getRefreshToken(), new Scope("openid"))).getOIDCTokens();
        assertThat(second.getAccessToken().getScope().toStringList()).containsExactly("openid");
        assertThat(house.caller()
                        .with(second.getAccessToken().getValue())
                        .get("/oauth2/userinfo")
                        .json()
                        .has("email"))
                .isFalse();
        var third = tokens(refresh(second.getRefreshToken(), null)).getOIDCTokens();
        assertThat(third.getAccessToken().getScope().toStringList())
                .containsExactly("openid", "email", "offline_access");
    }

    @Test
    void what_is_taken_from_a_client_is_in_no_token_that_it_gets_afterwards() throws Exception {
        var first = tokens(redeem(signIn("openid email offline_access"))).getOIDCTokens();
        admin.patch("/v1/clients/shop", Json.object("scope", "openid offline_access"));
        assertThat(refused(refresh(first.getRefreshToken(), new Scope("openid", "email"))))
                .isEqualTo("400 invalid_scope");
        var second = tokens(refresh(first.getRefreshToken(), null)).getOIDCTokens();
        assertThat(second.getAccessToken().getScope().toStringList()).containsExactly("openid", "offline_access");

        admin.patch("/v1/clients/shop", Json.object("scope", "profile"));
        assertThat(refused(refresh(second.getRefreshToken(), null))).isEqualTo("400 invalid_scope");
    }

    @Test
    void a_refresh_is_recorded_like_every_grant() throws Exception {
        var first = tokens(redeem(signIn("openid offline_access"))).getOIDCTokens();
        tokens(refresh(first.getRefreshToken(), null));
        assertThat(Rows.texts(house.database(), "audit_record", "details"))
                .filteredOn(details -> details.contains("\"grant\":\"refresh_token\""))
                .singleElement()
                .asString()
                .contains("\"client\":\"shop\"");
    }

    @Test
    void a_refresh_token_that_is_used_by_two_ends_the_family() throws Exception {
        var first = tokens(redeem(signIn("openid offline_access"))).getOIDCTokens();
        var second = tokens(refresh(first.getRefreshToken(), null)).getOIDCTokens();
        house.clock().pass(Duration.ofSeconds(29));
        assertThat(tokens(refresh(first.getRefreshToken(), null))
                        .getOIDCTokens()
                        .getRefreshToken())
                .isEqualTo(second.getRefreshToken());
        house.clock().pass(Duration.ofSeconds(1));
        assertThat(refused(refresh(first.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
        assertThat(refused(refresh(second.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
        assertThat(house.caller()
                        .with(second.getAccessToken().getValue())
                        .get("/oauth2/userinfo")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void sign_out_ends_what_has_no_offline_access() throws Exception {
        var online = tokens(redeem(signIn("openid"))).getOIDCTokens();
        var offline = tokens(redeem(signIn("openid offline_access"))).getOIDCTokens();
        var me = bob.signedIn();
        for (var session : me.get("/v1/me/sessions").json().at("/sessions"))
            if (!session.at("/current").asBoolean())
                me.delete("/v1/me/sessions/" + session.at("/id").asText());

        assertThat(userinfo(online.getAccessToken().getValue())).isEqualTo(401);
        assertThat(refused(refresh(online.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
        assertThat(userinfo(offline.getAccessToken().getValue())).isEqualTo(200);
    }

    @Test
    void a_disabled_account_ends_everything_at_once() throws Exception {
        var tokens = tokens(redeem(signIn("openid offline_access"))).getOIDCTokens();
        assertThat(admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"))
                        .status())
                .isEqualTo(200);

        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(401);
        assertThat(refused(refresh(tokens.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
    }

    @Test
    void who_takes_a_consent_back_takes_the_tokens_back() throws Exception {
        var tokens = tokens(redeem(signIn("openid offline_access"))).getOIDCTokens();
        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(200);
        assertThat(bob.signedIn().delete("/v1/me/consents/shop").status()).isEqualTo(204);

        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(401);
        assertThat(refused(refresh(tokens.getRefreshToken(), null))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_clients_token_opens_none_of_our_own_doors() throws Exception {
        var tokens = tokens(redeem(signIn("openid"))).getOIDCTokens();
        assertThat(house.caller()
                        .with(tokens.getAccessToken().getValue())
                        .get("/v1/me")
                        .refusal())
                .isEqualTo("401 not-signed-in");
        assertThat(userinfo(bob.tokens().access())).isEqualTo(401);
        assertThat(userinfo(tokens.getIDTokenString())).isEqualTo(401);
    }

    /// A code in the hands of the client, after whatever pages it takes.
    private AuthorizationCode signIn(String scope) throws ParseException {
        var page = browser.open(ask(scope));
        if (page.http().body().contains("current-password")) page = browser.signIn(page, bob);
        if (page.http().body().contains("name=\"decision\"")) page = browser.allow(page);
        return success(page).getAuthorizationCode();
    }

    private String ask(String scope) {
        return ask(scope, it -> it);
    }

    private String ask(String scope, UnaryOperator<AuthenticationRequest.Builder> more) {
        var builder = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), Scope.parse(scope), SHOP, CALLBACK)
                .endpointURI(URI.create("https://id.example.com/oauth2/authorize"))
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        return more.apply(builder).build().toURI().toString();
    }

    private AuthenticationSuccessResponse success(Reply reply) throws ParseException {
        var response = AuthenticationResponseParser.parse(
                URI.create(reply.header("Location").orElseThrow(() -> new AssertionError(reply.toString()))));
        assertThat(response.indicatesSuccess())
                .as(reply.http().headers().toString())
                .isTrue();
        return response.toSuccessResponse();
    }

    private String error(Reply reply) throws ParseException {
        var response = AuthenticationResponseParser.parse(
                URI.create(reply.header("Location").orElseThrow(() -> new AssertionError(reply.toString()))));
        assertThat(response.getIssuer()).isEqualTo(ISSUER);
        assertThat(response.getState()).isEqualTo(state);
        return response.toErrorResponse().getErrorObject().getCode();
    }

    private IDTokenClaimsSet validated(OIDCTokenResponse tokens, JWKSet keys) throws Exception {
        var validator = new IDTokenValidator(ISSUER, SHOP, JWSAlgorithm.RS256, keys);
        // The house lives at another time than the validator.
        validator.setMaxClockSkew(Integer.MAX_VALUE);
        return validator.validate(tokens.getOIDCTokens().getIDToken(), nonce);
    }

    private HTTPResponse redeem(AuthorizationCode code) {
        return send(request(new AuthorizationCodeGrant(code, CALLBACK, verifier), SHOP, secret));
    }

    private HTTPResponse refresh(RefreshToken token, Scope scope) {
        return send(new TokenRequest.Builder(
                        house.url("/oauth2/token"), new ClientSecretBasic(SHOP, secret), new RefreshTokenGrant(token))
                .scope(scope)
                .build());
    }

    private TokenRequest request(AuthorizationGrant grant, ClientID client, Secret proof) {
        return new TokenRequest.Builder(house.url("/oauth2/token"), new ClientSecretBasic(client, proof), grant)
                .build();
    }

    private HTTPResponse send(TokenRequest request) {
        try {
            return request.toHTTPRequest().send();
        } catch (java.io.IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static OIDCTokenResponse tokens(HTTPResponse response) throws ParseException {
        var parsed = OIDCTokenResponseParser.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return (OIDCTokenResponse) parsed.toSuccessResponse();
    }

    private static String refused(HTTPResponse response) throws ParseException {
        return response.getStatusCode() + " "
                + OIDCTokenResponseParser.parse(response)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode();
    }

    private int userinfo(String token) {
        return house.caller().with(token).get("/oauth2/userinfo").status();
    }

    private Reply register(String id) {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "grant_types",
                        List.of("authorization_code", "refresh_token"),
                        "redirect_uris",
                        List.of(CALLBACK.toString()),
                        "scope",
                        "openid profile email offline_access"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }
}
