package dev.gatehouse.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.TestHouse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/// Programs and APIs written with Spring Security get tokens of ours and judge them.
class SpringTokensStoryTest {

    private static final String API = "https://api.example.com/";

    private final TestHouse house = SpringHouse.open();
    private final Caller admin = house.administrator("alice").signedIn();
    private final Person bob = house.person("bob");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_program_signs_for_its_token_and_an_api_finds_out_what_it_allows() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        var reporter = reporter(key);
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>(_ -> key));
        var token = client.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(reporter))
                .getAccessToken();
        assertThat(token.getScopes()).containsExactly("read");

        var seen = new JwtAuthenticationProvider(decoder("reporter"))
                .authenticate(new BearerTokenAuthenticationToken(token.getTokenValue()));
        assertThat(seen.getName()).isEqualTo("reporter");
        assertThat(seen.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("SCOPE_read");
    }

    @Test
    void an_api_refuses_what_is_for_another_client() {
        var shop = new Application(house, admin, "shop", Map.of("resources", List.of(API)));
        var token = new BearerTokenAuthenticationToken(shop.ownToken());
        assertThat(new JwtAuthenticationProvider(decoder("shop"))
                        .authenticate(token)
                        .isAuthenticated())
                .isTrue();
        assertThatThrownBy(() -> new JwtAuthenticationProvider(decoder("forum")).authenticate(token))
                .hasMessageContaining("client_id");
    }

    @Test
    void an_api_asks_about_a_token_and_hears_when_it_was_taken_back() {
        var shop = new Application(
                house, admin, "shop", Map.of("access_token_format", "opaque", "resources", List.of(API)));
        var api = new Application(house, admin, "api", Map.of("resources", List.of(API)));
        var asking = new OpaqueTokenAuthenticationProvider(SpringOpaqueTokenIntrospector.withIntrospectionUri(
                        house.url("/oauth2/introspect").toString())
                .clientId("api")
                .clientSecret(api.proof().getClientSecret().getValue())
                .build());
        var tokens = shop.signIn(bob, "openid email");
        var shown = new BearerTokenAuthenticationToken(tokens.getAccessToken().getValue());

        var seen = asking.authenticate(shown);
        assertThat(((OAuth2IntrospectionAuthenticatedPrincipal) seen.getPrincipal()).getSubject())
                .isEqualTo(bob.id());
        assertThat(seen.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("SCOPE_email");

        bob.endSessions();
        assertThatThrownBy(() -> asking.authenticate(shown)).hasMessageContaining("active");
    }

    @Test
    void a_refresh_token_becomes_another_and_the_scope_is_told() {
        var shop = new Application(house, admin, "shop", Map.of());
        var first = shop.signIn(bob, "openid email offline_access");
        var answer = new RestClientRefreshTokenTokenResponseClient()
                .getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                        ClientRegistrations.fromIssuerLocation(issuer())
                                .registrationId("gatehouse")
                                .clientId("shop")
                                .clientSecret(shop.proof().getClientSecret().getValue())
                                .build(),
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                first.getAccessToken().getValue(),
                                Instant.now(),
                                Instant.now().plusSeconds(60)),
                        new OAuth2RefreshToken(first.getRefreshToken().getValue(), Instant.now())));
        assertThat(answer.getRefreshToken().getTokenValue())
                .isNotEqualTo(first.getRefreshToken().getValue());
        assertThat(answer.getAccessToken().getScopes()).contains("openid", "email", "offline_access");
    }

    private ClientRegistration reporter(ECKey key) {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id", "reporter",
                        "client_name", "Reporter",
                        "grant_types", List.of("client_credentials"),
                        "token_endpoint_auth_method", "private_key_jwt",
                        "jwks", Map.of("keys", List.of(key.toPublicJWK().toJSONObject())),
                        "resources", List.of(API),
                        "scope", "read"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return ClientRegistrations.fromIssuerLocation(issuer())
                .registrationId("gatehouse")
                .clientId("reporter")
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("read")
                .build();
    }

    /// What an API has that takes tokens of one client by RFC 9068.
    private JwtDecoder decoder(String clientId) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer())
                .validateType(false)
                .build();
        decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(issuer())
                .audience(API)
                .clientId(clientId)
                .build());
        return decoder;
    }

    private String issuer() {
        return house.url("").toString();
    }
}
