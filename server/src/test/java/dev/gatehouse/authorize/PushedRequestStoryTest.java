package dev.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client leaves its request before it sends the browser (RFC 9126).
@EachDatabase
class PushedRequestStoryTest {

    private static final URI CALLBACK = URI.create("https://app.example.org/callback");
    private static final ClientID SHOP = new ClientID("shop");
    private static final ClientID BANK = new ClientID("bank");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Secret secret;
    private final Browser browser;
    private final State state = new State();

    PushedRequestStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        secret = register("shop", false);
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_pushed_request_is_gone_on_with() throws Exception {
        var pushed = push();
        assertThat(pushed.getRequestURI().toString()).startsWith("urn:ietf:params:oauth:request_uri:");
        assertThat(pushed.getLifetime()).isEqualTo(90);

        var answer = answer(allowed(open(pushed)));
        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.toSuccessResponse().getAuthorizationCode()).isNotNull();
    }

    @Test
    void beside_a_reference_nothing_counts() throws Exception {
        signIn();
        var page =
                browser.open(address(push()) + "&state=other&redirect_uri=https://evil.example/&prompt=none&scope=x");
        assertThat(answer(page).getState()).isEqualTo(state);
        assertThat(page.header("Location").orElseThrow()).startsWith(CALLBACK.toString());
    }

    @Test
    void a_reference_is_good_for_one_answer_however_often_it_is_opened() throws Exception {
        var pushed = push();
        assertThat(open(pushed).http().body()).contains("current-password");
        allowed(open(pushed));

        var again = open(pushed);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.header("Location")).isEmpty();
    }

    @Test
    void of_two_tabs_with_one_reference_one_is_answered() throws Exception {
        signIn();
        var pushed = push(it -> it.prompt(new com.nimbusds.openid.connect.sdk.Prompt("consent")));
        var one = open(pushed);
        var other = open(pushed);
        assertThat(answer(browser.allow(one)).indicatesSuccess()).isTrue();
        assertThat(browser.allow(other).status()).isEqualTo(400);
    }

    @Test
    void of_fifty_browsers_with_one_reference_one_is_answered() throws Exception {
        signIn();
        var pushed = push();
        var statuses = Race.of(50, _ -> open(pushed).status());
        assertThat(statuses).containsOnly(303, 400).containsOnlyOnce(303);
    }

    @Test
    void a_browser_must_come_within_ninety_seconds_and_may_then_take_its_time() throws Exception {
        var pushed = push();
        house.clock().pass(Duration.ofSeconds(89));
        var page = open(pushed);
        house.clock().pass(Duration.ofMinutes(20));
        assertThat(answer(browser.allow(browser.signIn(page, bob))).indicatesSuccess())
                .isTrue();

        var late = push();
        house.clock().pass(Duration.ofSeconds(90));
        assertThat(open(late).status()).isEqualTo(400);
    }

    @Test
    void a_reference_is_worth_nothing_to_another_client() throws Exception {
        register("other", false);
        var page = browser.open("/oauth2/authorize?client_id=other&request_uri=" + push().getRequestURI());
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.http().body()).contains("request_uri");
    }

    @Test
    void what_is_wrong_is_said_at_once() throws Exception {
        assertThat(error(refused(it -> it.codeChallenge((CodeVerifier) null, null))))
                .isEqualTo("400 invalid_request");
        assertThat(error(refused(it -> it.scope(new Scope("admin"))))).isEqualTo("400 invalid_scope");
        assertThat(error(refused(it -> it.redirectionURI(URI.create("https://evil.example/")))))
                .isEqualTo("400 invalid_request");
        assertThat(error(refused(it -> it.customParameter("request_uri", "urn:ietf:params:oauth:request_uri:x"))))
                .isEqualTo("400 invalid_request");
    }

    @Test
    void only_the_client_itself_pushes() throws Exception {
        var wrong = new PushedAuthorizationRequest(
                house.url("/oauth2/par"), new ClientSecretBasic(SHOP, new Secret("guess")), request(SHOP, it -> it));
        assertThat(error(PushedAuthorizationResponse.parse(wrong.toHTTPRequest().send())
                        .toErrorResponse()
                        .getErrorObject()))
                .isEqualTo("401 invalid_client");
    }

    @Test
    void who_must_push_is_not_taken_from_an_address() throws Exception {
        var own = register("bank", true);
        var asked = new AuthorizationRequest.Builder(request(BANK, it -> it))
                .endpointURI(URI.create("https://id.example.com/oauth2/authorize"))
                .build();
        assertThat(answer(browser.open(asked.toURI().toString()))
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_request");

        var pushed = push(BANK, own, it -> it);
        var page = browser.open("/oauth2/authorize?client_id=bank&request_uri=" + pushed.getRequestURI());
        assertThat(page.http().body()).contains("current-password");
    }

    @Test
    void what_was_pushed_and_never_opened_is_swept() throws Exception {
        var pushed = push();
        house.clock().pass(Duration.ofMinutes(31));
        assertThat(house.database().<Integer>write(tx -> new PushedRequests(house.database()).sweep(tx, 10)))
                .isZero();
        house.clock().pass(Duration.ofMinutes(1));
        assertThat(house.database().<Integer>write(tx -> new PushedRequests(house.database()).sweep(tx, 10)))
                .isEqualTo(1);
        assertThat(open(pushed).status()).isEqualTo(400);
    }

    private void signIn() throws Exception {
        allowed(open(push()));
    }

    private Reply allowed(Reply signInPage) {
        var consent = browser.signIn(signInPage, bob);
        return consent.status() == 303 ? consent : browser.allow(consent);
    }

    private AuthorizationResponse answer(Reply reply) throws Exception {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        return AuthorizationResponse.parse(URI.create(reply.header("Location").orElseThrow()));
    }

    private Reply open(PushedAuthorizationSuccessResponse pushed) {
        return browser.open(address(pushed));
    }

    private static String address(PushedAuthorizationSuccessResponse pushed) {
        return "/oauth2/authorize?client_id=shop&request_uri=" + pushed.getRequestURI();
    }

    private PushedAuthorizationSuccessResponse push() throws Exception {
        return push(it -> it);
    }

    private PushedAuthorizationSuccessResponse push(UnaryOperator<AuthorizationRequest.Builder> more) throws Exception {
        return push(SHOP, secret, more);
    }

    private PushedAuthorizationSuccessResponse push(
            ClientID client, Secret proof, UnaryOperator<AuthorizationRequest.Builder> more) throws Exception {
        var response = send(client, proof, more);
        assertThat(response.indicatesSuccess()).isTrue();
        return response.toSuccessResponse();
    }

    private ErrorObject refused(UnaryOperator<AuthorizationRequest.Builder> more) throws Exception {
        return send(SHOP, secret, more).toErrorResponse().getErrorObject();
    }

    private PushedAuthorizationResponse send(
            ClientID client, Secret proof, UnaryOperator<AuthorizationRequest.Builder> more) throws Exception {
        var request = request(client, more);
        var push = new PushedAuthorizationRequest(
                house.url("/oauth2/par"), new ClientSecretBasic(request.getClientID(), proof), request);
        return PushedAuthorizationResponse.parse(push.toHTTPRequest().send());
    }

    private AuthorizationRequest request(ClientID client, UnaryOperator<AuthorizationRequest.Builder> more) {
        var builder = new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE), client)
                .redirectionURI(CALLBACK)
                .scope(new Scope("openid"))
                .state(state)
                .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256);
        return more.apply(builder).build();
    }

    private static String error(ErrorObject error) {
        return error.getHTTPStatusCode() + " " + error.getCode();
    }

    private Secret register(String id, boolean mustPush) {
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
                        List.of(CALLBACK.toString()),
                        "require_pushed_authorization_requests",
                        mustPush,
                        "scope",
                        "openid"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return new Secret(reply.text("/client_secret"));
    }
}
