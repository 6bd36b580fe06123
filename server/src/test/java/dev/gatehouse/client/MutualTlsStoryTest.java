package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.SelfSignedTLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.TLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.web.testing.Authority;
import dev.gatehouse.web.testing.Issued;
import dev.gatehouse.web.testing.Wish;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client that others wrote shows its certificate in a handshake with a house that speaks TLS by itself.
@EachDatabase
class MutualTlsStoryTest {
    private static final Authority ROOT = Authority.root("CN=Root");
    private static final String NAME = "CN=shop,O=Example";
    private static final Issued SHOPS = ROOT.below("CN=Below").issue(Wish.client(NAME));

    private final int port = freePort();
    private final TestHouse house;

    MutualTlsStoryTest(TestDatabase on) throws IOException {
        var folder = Files.createTempDirectory("tls");
        ROOT.issue(Wish.server()).writeTo(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        Files.writeString(folder.resolve("issuers.pem"), Issued.pem(ROOT.certificate()));
        house = TestHouse.on(
                on,
                Map.of(
                        Variable.PUBLIC_URL, "",
                        Variable.TRUSTED_PROXIES, "",
                        Variable.TLS_CERTIFICATE, path(folder, "chain.pem"),
                        Variable.TLS_KEY, path(folder, "key.pem"),
                        Variable.CLIENT_CERTIFICATE_PORT, Integer.toString(port),
                        Variable.CLIENT_CERTIFICATE_CA, path(folder, "issuers.pem")));
        var names = ClientMembers.NONE
                .with(ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN, NAME)
                .with(ClientMember.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS, "true");
        register("shop", AuthenticationMethod.TLS_CLIENT_AUTH, names);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_client_finds_the_port_that_asks_and_gets_a_token_bound_to_its_certificate() throws Exception {
        var metadata = metadata();
        assertThat(metadata.supportsTLSClientCertificateBoundAccessTokens()).isTrue();
        assertThat(metadata.getTokenEndpointAuthMethods())
                .extracting(method -> method.getValue())
                .contains("tls_client_auth", "self_signed_tls_client_auth");
        var endpoint = metadata.getMtlsEndpointAliases().getTokenEndpointURI();
        assertThat(endpoint.getPort()).isEqualTo(port).isEqualTo(house.certificatePort());

        var token = ask(endpoint, shop(SHOPS.caller(ROOT)));
        assertThat(token.indicatesSuccess())
                .as(token.toHTTPResponse().getBody())
                .isTrue();
        var access =
                token.toSuccessResponse().getTokens().getBearerAccessToken().getValue();
        assertThat(X509CertificateConfirmation.parse(SignedJWT.parse(access).getJWTClaimsSet()))
                .isEqualTo(X509CertificateConfirmation.of(SHOPS.certificate()));
    }

    @Test
    void whoever_else_comes_is_not_the_client() throws Exception {
        var endpoint = metadata().getMtlsEndpointAliases().getTokenEndpointURI();
        assertRefused(ask(endpoint, shop(Issued.stranger(ROOT))));
        assertRefused(ask(
                endpoint,
                shop(Authority.root("CN=Root").issue(Wish.client(NAME)).caller(ROOT))));
        assertRefused(ask(endpoint, shop(Authority.selfSigned(Wish.client(NAME)).caller(ROOT))));
        // Nobody asks for a certificate at the main port.
        assertRefused(ask(house.url("/oauth2/token"), shop(SHOPS.caller(ROOT))));
    }

    @Test
    void a_client_shows_a_certificate_of_its_own_making() throws Exception {
        var own = Authority.selfSigned(Wish.client("CN=whatever"));
        var key = new ECKey.Builder(Curve.P_256, (ECPublicKey) own.keys().getPublic()).build();
        var keys = ClientMembers.NONE.with(ClientMember.JWKS, new JWKSet(key).toString());
        register("kiosk", AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH, keys);
        var endpoint = metadata().getMtlsEndpointAliases().getTokenEndpointURI();
        assertThat(ask(endpoint, kiosk(own.caller(ROOT))).indicatesSuccess()).isTrue();
        assertRefused(ask(endpoint, kiosk(SHOPS.caller(ROOT))));
    }

    private static TLSClientAuthentication shop(SSLContext caller) {
        return new PKITLSClientAuthentication(new ClientID("shop"), caller.getSocketFactory());
    }

    private static TLSClientAuthentication kiosk(SSLContext caller) {
        return new SelfSignedTLSClientAuthentication(new ClientID("kiosk"), caller.getSocketFactory());
    }

    private static TokenResponse ask(URI endpoint, TLSClientAuthentication client) throws Exception {
        var request = new TokenRequest.Builder(endpoint, client, new ClientCredentialsGrant()).build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    private static void assertRefused(TokenResponse response) {
        assertThat(response.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_client");
    }

    private AuthorizationServerMetadata metadata() throws Exception {
        var issuer = "https://127.0.0.1:0";
        var request = new HTTPRequest(HTTPRequest.Method.GET, house.url("/.well-known/oauth-authorization-server"));
        request.setSSLSocketFactory(Issued.stranger(ROOT).getSocketFactory());
        var metadata = AuthorizationServerMetadata.parse(request.send().getBody());
        assertThat(metadata.getIssuer()).isEqualTo(new Issuer(issuer));
        return metadata;
    }

    private void register(String id, AuthenticationMethod method, ClientMembers members) {
        var profile = new ClientProfile(
                "The " + id,
                method,
                Set.of(GrantType.CLIENT_CREDENTIALS),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                true,
                false,
                members);
        var made = house.house().clients().register(Tenant.MAIN, Optional.of(id), profile, Origin.COMMAND_LINE);
        assertThat(made).isInstanceOf(ClientChange.Done.class);
    }

    private static String path(Path folder, String name) {
        return folder.resolve(name).toAbsolutePath().toString();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
