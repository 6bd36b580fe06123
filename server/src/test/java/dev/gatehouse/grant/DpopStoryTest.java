package dev.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tokens that are of no use to a thief: by proofs that others' code makes.
@EachDatabase
class DpopStoryTest {

    private static final URI TOKEN = URI.create("https://id.example.com/oauth2/token");
    private static final URI USERINFO = URI.create("https://id.example.com/oauth2/userinfo");
    private static final URI CALLBACK = URI.create("https://app.example.org/callback");
    private static final ClientID PAGE = new ClientID("page");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Browser browser;
    private final CodeVerifier verifier = new CodeVerifier();
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    private final ECKey thiefs = new ECKeyGenerator(Curve.P_256).generate();

    DpopStoryTest(TestDatabase on) throws Exception {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        browser = new Browser(house);
        register("page", Map.of("token_endpoint_auth_method", "none"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_public_clients_tokens_are_bound_to_its_key() throws Exception {
        var tokens = tokens(redeem(signIn(Optional.empty()), key));
        assertThat(tokens.getAccessToken()).isInstanceOf(DPoPAccessToken.class);
        assertThat(SignedJWT.parse(tokens.getAccessToken().getValue())
                        .getJWTClaimsSet()
                        .getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("jkt", key.computeThumbprint().toString()));

        assertThat(userinfo(tokens.getAccessToken(), proof(key, "GET", USERINFO, tokens.getAccessToken()))
                        .text("/sub"))
                .isEqualTo(bob.id());
    }

    @Test
    void a_stolen_access_token_is_worth_nothing() throws Exception {
        var token = tokens(redeem(signIn(Optional.empty()), key)).getAccessToken();

        var asBearer = house.caller().with(token.getValue()).get("/oauth2/userinfo");
        assertThat(asBearer.status()).isEqualTo(401);
        assertThat(asBearer.header("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer error=\"invalid_token\"")
                .contains("DPoP algs=\"ES256");

        var byThief = userinfo(token, proof(thiefs, "GET", USERINFO, token));
        assertThat(byThief.status()).isEqualTo(401);
        assertThat(challenge(byThief)).startsWith("DPoP algs=\"ES256").contains("error=\"invalid_token\"");

        var withoutProof = userinfoWithoutProof(token);
        assertThat(withoutProof.status()).isEqualTo(401);
        assertThat(challenge(withoutProof)).contains("error=\"invalid_dpop_proof\"");
        assertThat(withoutProof.text("/error")).isEqualTo("invalid_dpop_proof");

        var elsewhere = URI.create("https://id.example.com/oauth2/token");
        assertThat(challenge(userinfo(token, proof(key, "GET", elsewhere, token))))
                .contains("error=\"invalid_dpop_proof\"");
    }

    @Test
    void a_stolen_token_does_not_pass_in_a_form_either() throws Exception {
        var token = tokens(redeem(signIn(Optional.empty()), key)).getAccessToken();
        var request = HttpRequest.newBuilder(house.url("/oauth2/userinfo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("access_token=" + token.getValue()));
        assertThat(challenge(send(request))).startsWith("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_bearers_token_does_not_become_better_by_a_proof() throws Exception {
        var token = tokens(redeem(signIn(Optional.empty()), null)).getAccessToken();
        assertThat(token.getType().getValue()).isEqualTo("Bearer");
        assertThat(challenge(userinfo(token, proof(key, "GET", USERINFO, token))))
                .contains("error=\"invalid_token\"");
        assertThat(house.caller().with(token.getValue()).get("/oauth2/userinfo").status())
                .isEqualTo(200);
    }

    @Test
    void a_stolen_proof_is_good_once() throws Exception {
        var token = tokens(redeem(signIn(Optional.empty()), key)).getAccessToken();
        var proof = proof(key, "GET", USERINFO, token);
        assertThat(userinfo(token, proof).status()).isEqualTo(200);
        var again = userinfo(token, proof);
        assertThat(again.status()).isEqualTo(401);
        assertThat(challenge(again)).contains("error=\"invalid_dpop_proof\"", "used before");
    }

    @Test
    void of_fifty_uses_of_one_proof_at_once_on_two_nodes_one_is_good() throws Exception {
        var token = tokens(redeem(signIn(Optional.empty()), key)).getAccessToken();
        var proof = proof(key, "GET", USERINFO, token);
        try (var neighbour = house.neighbour()) {
            var nodes = List.of(house, neighbour);
            var statuses = Race.of(
                    50, number -> userinfo(nodes.get(number % 2), token, proof).status());
            assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        }
    }

    @Test
    void a_public_clients_refresh_tokens_ask_for_the_same_key() throws Exception {
        var first = tokens(redeem(signIn(Optional.empty()), key));
        assertThat(refused(refresh(first.getRefreshToken(), thiefs))).isEqualTo("400 invalid_grant");
        assertThat(refused(refresh(first.getRefreshToken(), null))).isEqualTo("400 invalid_grant");

        var second = tokens(refresh(first.getRefreshToken(), key));
        assertThat(userinfo(second.getAccessToken(), proof(key, "GET", USERINFO, second.getAccessToken()))
                        .status())
                .isEqualTo(200);
        assertThat(refused(refresh(second.getRefreshToken(), thiefs))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_confidential_client_may_change_its_key() throws Exception {
        var secret = register("shop", Map.of());
        var code = signIn(new ClientID("shop"), Optional.empty());
        var first = tokens(send(new AuthorizationCodeGrant(code, CALLBACK, verifier), secret, key));
        var second = tokens(send(new RefreshTokenGrant(first.getRefreshToken()), secret, thiefs));
        assertThat(SignedJWT.parse(second.getAccessToken().getValue())
                        .getJWTClaimsSet()
                        .getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("jkt", thiefs.computeThumbprint().toString()));
    }

    @Test
    void an_opaque_token_is_bound_as_well_and_resource_servers_are_told() throws Exception {
        var shop = register("shop", Map.of("access_token_format", "opaque"));
        var code = signIn(new ClientID("shop"), Optional.empty());
        var token = tokens(send(new AuthorizationCodeGrant(code, CALLBACK, verifier), shop, key))
                .getAccessToken();
        assertThat(house.caller().with(token.getValue()).get("/oauth2/userinfo").status())
                .isEqualTo(401);
        assertThat(userinfo(token, proof(key, "GET", USERINFO, token)).status()).isEqualTo(200);

        var told = send(HttpRequest.newBuilder(house.url("/oauth2/introspect"))
                .header("Authorization", shop.toHTTPAuthorizationHeader())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token.getValue())));
        assertThat(told.text("/token_type")).isEqualTo("DPoP");
        assertThat(told.text("/cnf/jkt")).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void a_code_that_was_asked_for_with_a_key_is_redeemed_with_that_key() throws Exception {
        assertThat(refused(redeem(signIn(Optional.of(key)), thiefs))).isEqualTo("400 invalid_grant");
        assertThat(refused(redeem(signIn(Optional.of(key)), null))).isEqualTo("400 invalid_grant");
        assertThat(tokens(redeem(signIn(Optional.of(key)), key)).getAccessToken())
                .isInstanceOf(DPoPAccessToken.class);
    }

    @Test
    void a_request_that_was_pushed_with_a_proof_binds_its_code() throws Exception {
        var pushed = push(Optional.empty(), key);
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
        assertThat(pushed.header("DPoP-Nonce")).isPresent();
        var code = signIn("/oauth2/authorize?client_id=page&request_uri=" + pushed.text("/request_uri"));
        assertThat(refused(redeem(code, thiefs))).isEqualTo("400 invalid_grant");

        var again = push(Optional.of(key), key).text("/request_uri");
        assertThat(tokens(redeem(signIn("/oauth2/authorize?client_id=page&request_uri=" + again), key))
                        .getAccessToken())
                .isInstanceOf(DPoPAccessToken.class);
    }

    @Test
    void a_pushed_request_names_no_other_key_than_its_proof() throws Exception {
        var reply = push(Optional.of(thiefs), key);
        assertThat(reply.status() + " " + reply.text("/error")).isEqualTo("400 invalid_dpop_proof");
    }

    private Reply push(Optional<ECKey> named, ECKey proving) throws Exception {
        var query = URI.create(ask(PAGE, named)).getRawQuery();
        var par = URI.create("https://id.example.com/oauth2/par");
        return send(HttpRequest.newBuilder(house.url("/oauth2/par"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("DPoP", proof(proving, "POST", par, null).serialize())
                .POST(BodyPublishers.ofString(query)));
    }

    @Test
    void a_key_that_is_none_is_refused_where_it_is_asked_with() {
        var reply = browser.open(ask(PAGE, Optional.empty()) + "&dpop_jkt=short");
        assertThat(reply.header("Location").orElseThrow()).contains("error=invalid_request", "dpop_jkt");
    }

    @Test
    void a_program_gets_bound_tokens_for_itself() throws Exception {
        var secret = register("reporter", Map.of());
        var tokens = tokens(send(new ClientCredentialsGrant(), secret, key));
        assertThat(tokens.getAccessToken()).isInstanceOf(DPoPAccessToken.class);
    }

    @Test
    void a_client_can_be_made_to_use_it() throws Exception {
        var secret = register("bank", Map.of("dpop_bound_access_tokens", true));
        assertThat(refused(send(new ClientCredentialsGrant(), secret, null))).isEqualTo("400 invalid_request");
        assertThat(tokens(send(new ClientCredentialsGrant(), secret, key)).getAccessToken())
                .isInstanceOf(DPoPAccessToken.class);
    }

    @Test
    void a_bad_proof_is_refused_and_the_code_is_still_good() throws Exception {
        var code = signIn(Optional.empty());
        for (var wrong : List.of(
                proof(key, "GET", TOKEN, null),
                proof(key, "POST", USERINFO, null),
                new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                        .createDPoPJWT(
                                new JWTID(),
                                "POST",
                                TOKEN,
                                Date.from(house.clock().instant().minusSeconds(61)),
                                null)))
            assertThat(refused(send(request(new AuthorizationCodeGrant(code, CALLBACK, verifier)), Optional.of(wrong))))
                    .isEqualTo("400 invalid_dpop_proof");
        assertThat(tokens(redeem(code, key)).getAccessToken()).isInstanceOf(DPoPAccessToken.class);
    }

    @Test
    void two_proofs_at_once_are_refused() throws Exception {
        var one = proof(key, "POST", TOKEN, null).serialize();
        var other = proof(key, "POST", TOKEN, null).serialize();
        var request = HttpRequest.newBuilder(house.url("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("DPoP", one)
                .header("DPoP", other)
                .POST(BodyPublishers.ofString("grant_type=authorization_code&client_id=page&code=x"));
        var reply = send(request);
        assertThat(reply.status() + " " + reply.text("/error")).isEqualTo("400 invalid_dpop_proof");
    }

    @Test
    void every_answer_brings_the_next_nonce() throws Exception {
        var answer = redeem(signIn(Optional.empty()), key);
        var nonce = answer.getDPoPNonce();
        assertThat(nonce).isNotNull();
        var token = tokens(answer).getAccessToken();
        var reply = userinfo(token, proofWith(nonce, "GET", USERINFO, token));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("DPoP-Nonce")).contains(nonce.getValue());

        house.clock().pass(Duration.ofMinutes(5));
        var stale = userinfo(token, proofWith(nonce, "GET", USERINFO, token));
        assertThat(challenge(stale)).contains("error=\"use_dpop_nonce\"");
        assertThat(stale.text("/error")).isEqualTo("use_dpop_nonce");
        var fresh = new Nonce(stale.header("DPoP-Nonce").orElseThrow());
        assertThat(userinfo(token, proofWith(fresh, "GET", USERINFO, token)).status())
                .isEqualTo(200);
    }

    @Test
    void where_nonces_are_required_a_client_comes_again_with_the_same_code() throws Exception {
        house.restart(Map.of(Variable.DPOP_NONCE, "required"));
        var code = signIn(Optional.empty());
        var first = redeem(code, key);
        assertThat(refused(first)).isEqualTo("400 use_dpop_nonce");

        var request = request(new AuthorizationCodeGrant(code, CALLBACK, verifier));
        var tokens = tokens(send(request, Optional.of(proofWith(first.getDPoPNonce(), "POST", TOKEN, null))));
        var token = tokens.getAccessToken();
        assertThat(challenge(userinfo(token, proof(key, "GET", USERINFO, token))))
                .contains("error=\"use_dpop_nonce\"");
    }

    @Test
    void a_nonce_of_one_node_is_good_at_the_other() throws Exception {
        house.restart(Map.of(Variable.DPOP_NONCE, "required"));
        try (var neighbour = house.neighbour()) {
            var reply = redeem(signIn(Optional.empty()), key);
            var code = signIn(Optional.empty());
            var request = new TokenRequest.Builder(
                            neighbour.url("/oauth2/token"), PAGE, new AuthorizationCodeGrant(code, CALLBACK, verifier))
                    .build();
            var proof = proofWith(reply.getDPoPNonce(), "POST", TOKEN, null);
            assertThat(tokens(send(request, Optional.of(proof))).getAccessToken())
                    .isInstanceOf(DPoPAccessToken.class);
        }
    }

    @Test
    void pages_of_other_sites_may_send_proofs_and_read_nonces() throws Exception {
        for (var path : List.of("/oauth2/token", "/oauth2/par", "/oauth2/userinfo")) {
            var preflight = send(HttpRequest.newBuilder(house.url(path))
                    .header("Origin", "https://app.example.org")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "dpop")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow())
                    .contains("DPoP");
            var answer = send(HttpRequest.newBuilder(house.url(path))
                    .header("Origin", "https://app.example.org")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=x&client_id=page")));
            assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow())
                    .contains("DPoP-Nonce");
        }
    }

    @Test
    void the_metadata_names_the_algorithms() {
        var metadata = house.caller().get("/.well-known/oauth-authorization-server");
        assertThat(metadata.json().at("/dpop_signing_alg_values_supported")).hasSize(5);
    }

    private AuthorizationCode signIn(Optional<ECKey> dpopKey) throws Exception {
        return signIn(PAGE, dpopKey);
    }

    /// A code in the hands of the client, after whatever pages it takes.
    private AuthorizationCode signIn(ClientID client, Optional<ECKey> dpopKey) throws Exception {
        return signIn(ask(client, dpopKey));
    }

    private AuthorizationCode signIn(String address) throws Exception {
        var page = browser.open(address);
        if (page.http().body().contains("current-password")) page = browser.signIn(page, bob);
        if (page.http().body().contains("name=\"decision\"")) page = browser.allow(page);
        var location = page.header("Location").orElseThrow();
        return AuthorizationResponse.parse(URI.create(location))
                .toSuccessResponse()
                .getAuthorizationCode();
    }

    private String ask(ClientID client, Optional<ECKey> dpopKey) {
        var builder = new AuthorizationRequest.Builder(new ResponseType(ResponseType.Value.CODE), client)
                .endpointURI(URI.create("https://id.example.com/oauth2/authorize"))
                .redirectionURI(CALLBACK)
                .scope(Scope.parse("openid offline_access"))
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        dpopKey.ifPresent(it -> builder.dPoPJWKThumbprintConfirmation(confirmation(it)));
        return builder.build().toURI().toString();
    }

    private static JWKThumbprintConfirmation confirmation(ECKey key) {
        try {
            return JWKThumbprintConfirmation.of(key);
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    /// @param proving null: no proof
    private HTTPResponse redeem(AuthorizationCode code, ECKey proving) throws Exception {
        return send(request(new AuthorizationCodeGrant(code, CALLBACK, verifier)), proofOf(proving));
    }

    private HTTPResponse refresh(RefreshToken token, ECKey proving) throws Exception {
        return send(request(new RefreshTokenGrant(token)), proofOf(proving));
    }

    private HTTPResponse send(AuthorizationGrant grant, ClientSecretBasic client, ECKey proving) throws Exception {
        return send(new TokenRequest.Builder(house.url("/oauth2/token"), client, grant).build(), proofOf(proving));
    }

    private TokenRequest request(AuthorizationGrant grant) {
        return new TokenRequest.Builder(house.url("/oauth2/token"), PAGE, grant).build();
    }

    private Optional<SignedJWT> proofOf(ECKey proving) throws Exception {
        return proving == null ? Optional.empty() : Optional.of(proof(proving, "POST", TOKEN, null));
    }

    private SignedJWT proof(ECKey with, String method, URI url, AccessToken token) throws Exception {
        return new DefaultDPoPProofFactory(with, JWSAlgorithm.ES256)
                .createDPoPJWT(new JWTID(), method, url, Date.from(house.clock().instant()), token);
    }

    private SignedJWT proofWith(Nonce nonce, String method, URI url, AccessToken token) throws Exception {
        return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                .createDPoPJWT(new JWTID(), method, url, Date.from(house.clock().instant()), token, nonce);
    }

    private static HTTPResponse send(TokenRequest request, Optional<SignedJWT> proof) throws IOException {
        var http = request.toHTTPRequest();
        proof.ifPresent(http::setDPoP);
        return http.send();
    }

    private Reply userinfo(AccessToken token, SignedJWT proof) {
        return userinfo(house, token, proof);
    }

    private Reply userinfo(TestHouse at, AccessToken token, SignedJWT proof) {
        return send(HttpRequest.newBuilder(at.url("/oauth2/userinfo"))
                .header("Authorization", "DPoP " + token.getValue())
                .header("DPoP", proof.serialize())
                .GET());
    }

    private Reply userinfoWithoutProof(AccessToken token) {
        return send(HttpRequest.newBuilder(house.url("/oauth2/userinfo"))
                .header("Authorization", "DPoP " + token.getValue())
                .GET());
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static String challenge(Reply reply) {
        return reply.header("WWW-Authenticate").orElseThrow(() -> new AssertionError(reply.toString()));
    }

    private static Tokens tokens(HTTPResponse response) throws Exception {
        var parsed = TokenResponse.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return parsed.toSuccessResponse().getTokens();
    }

    private static String refused(HTTPResponse response) throws Exception {
        return response.getStatusCode() + " "
                + TokenResponse.parse(response)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode();
    }

    private ClientSecretBasic register(String id, Map<String, Object> more) {
        var members = new LinkedHashMap<String, Object>(Map.of(
                "client_id",
                id,
                "client_name",
                "The " + id,
                "grant_types",
                grants(more),
                "redirect_uris",
                List.of(CALLBACK.toString()),
                "scope",
                "openid offline_access"));
        members.putAll(more);
        var reply = admin.post(
                "/v1/clients",
                Json.object(members.entrySet().stream()
                        .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                        .toArray()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return new ClientSecretBasic(new ClientID(id), new Secret(reply.text("/client_secret")));
    }

    private static List<String> grants(Map<String, Object> more) {
        return more.containsKey("token_endpoint_auth_method")
                ? List.of("authorization_code", "refresh_token")
                : List.of("authorization_code", "refresh_token", "client_credentials");
    }
}
