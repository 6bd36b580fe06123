package dev.gatehouse.discovery;

import dev.gatehouse.claims.AuthenticationContext;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.client.AssertionAlgorithms;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.jose.EncryptionKey;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What clients can find out by themselves: where everything is, and what works. Nothing is named that does not.
///
/// Two specifications ask for it at two addresses; both get the same answer.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
/// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OpenID Connect Discovery §3
public final class MetadataEndpoint {

    /// With which we sign for whoever asks; not with a secret that clients would have to share.
    private static final List<String> ALGORITHMS = Arrays.stream(JwtAlgorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .map(JwtAlgorithm::headerName)
            .toList();

    private final Metadata metadata;
    private final SigningKeys keys;

    /// @param issuer our public URL
    /// @param letsRegister whether applications may register themselves
    public MetadataEndpoint(String issuer, SigningKeys keys, boolean letsRegister, CallerCertificates certificates) {
        this.keys = keys;
        this.metadata = metadata(issuer, letsRegister, certificates);
    }

    @Doc("What this server can do (RFC 8414, OpenID Connect Discovery).")
    record Metadata(
            String issuer,
            URI authorizationEndpoint,
            URI tokenEndpoint,
            URI userinfoEndpoint,
            URI deviceAuthorizationEndpoint,
            URI jwksUri,
            URI endSessionEndpoint,
            Optional<URI> registrationEndpoint,
            URI pushedAuthorizationRequestEndpoint,
            URI introspectionEndpoint,
            URI revocationEndpoint,
            List<String> scopesSupported,
            List<String> responseTypesSupported,
            List<String> responseModesSupported,
            List<String> grantTypesSupported,
            List<String> subjectTypesSupported,
            List<String> idTokenSigningAlgValuesSupported,
            List<String> idTokenEncryptionAlgValuesSupported,
            List<String> idTokenEncryptionEncValuesSupported,
            List<String> userinfoSigningAlgValuesSupported,
            List<String> userinfoEncryptionAlgValuesSupported,
            List<String> userinfoEncryptionEncValuesSupported,
            List<String> introspectionSigningAlgValuesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> tokenEndpointAuthSigningAlgValuesSupported,
            List<String> requestObjectSigningAlgValuesSupported,
            List<String> introspectionEndpointAuthMethodsSupported,
            List<String> introspectionEndpointAuthSigningAlgValuesSupported,
            List<String> revocationEndpointAuthMethodsSupported,
            List<String> revocationEndpointAuthSigningAlgValuesSupported,
            List<String> authorizationSigningAlgValuesSupported,
            List<String> acrValuesSupported,
            List<String> codeChallengeMethodsSupported,
            List<String> dpopSigningAlgValuesSupported,
            List<String> promptValuesSupported,
            List<String> claimTypesSupported,
            List<String> claimsSupported,
            List<String> uiLocalesSupported,
            boolean claimsParameterSupported,
            boolean requestParameterSupported,
            boolean requestUriParameterSupported,
            boolean authorizationResponseIssParameterSupported,
            boolean backchannelLogoutSupported,
            boolean backchannelLogoutSessionSupported,
            boolean frontchannelLogoutSupported,
            boolean frontchannelLogoutSessionSupported,
            boolean tlsClientCertificateBoundAccessTokens,
            Optional<Map<String, URI>> mtlsEndpointAliases,
            URI serviceDocumentation) {}

    private static Metadata metadata(String issuer, boolean letsRegister, CallerCertificates certificates) {
        var claims =
                new ArrayList<>(List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid"));
        claims.addAll(PersonClaims.NAMES);
        return new Metadata(
                issuer,
                URI.create(issuer + "/oauth2/authorize"),
                URI.create(issuer + "/oauth2/token"),
                URI.create(issuer + "/oauth2/userinfo"),
                URI.create(issuer + "/oauth2/device_authorization"),
                URI.create(issuer + "/oauth2/jwks"),
                URI.create(issuer + "/oauth2/logout"),
                letsRegister ? Optional.of(URI.create(issuer + "/oauth2/register")) : Optional.empty(),
                URI.create(issuer + "/oauth2/par"),
                URI.create(issuer + "/oauth2/introspect"),
                URI.create(issuer + "/oauth2/revoke"),
                List.of("openid", "profile", "email", "offline_access"),
                List.of("code"),
                List.of("query", "form_post", "jwt", "query.jwt", "form_post.jwt"),
                Arrays.stream(GrantType.values()).map(GrantType::wire).toList(),
                List.of("public", "pairwise"),
                ALGORITHMS,
                EncryptionKey.ALGORITHMS,
                EncryptionKey.METHODS,
                ALGORITHMS,
                EncryptionKey.ALGORITHMS,
                EncryptionKey.METHODS,
                ALGORITHMS,
                certificates.methods(),
                AssertionAlgorithms.names(),
                ALGORITHMS,
                confidential(certificates),
                AssertionAlgorithms.names(),
                certificates.methods(),
                AssertionAlgorithms.names(),
                ALGORITHMS,
                AuthenticationContext.wires(),
                List.of("S256"),
                DpopProofs.ALGORITHM_NAMES,
                List.of("none", "login", "consent", "select_account", "create"),
                List.of("normal"),
                claims,
                List.of("en", "ru"),
                true,
                true,
                false,
                true,
                true,
                true,
                true,
                true,
                certificates.areTaken(),
                certificates.aliases(URI.create(issuer), calledByClients(issuer)),
                URI.create(issuer + "/docs"));
    }

    /// Where a name alone is no proof.
    private static List<String> confidential(CallerCertificates certificates) {
        return certificates.methods().stream()
                .filter(method -> !method.equals(AuthenticationMethod.NONE.wire()))
                .toList();
    }

    /// Where clients prove who they are, or show tokens that may be bound to a certificate.
    private static Map<String, URI> calledByClients(String issuer) {
        return Map.of(
                "token_endpoint", URI.create(issuer + "/oauth2/token"),
                "pushed_authorization_request_endpoint", URI.create(issuer + "/oauth2/par"),
                "device_authorization_endpoint", URI.create(issuer + "/oauth2/device_authorization"),
                "introspection_endpoint", URI.create(issuer + "/oauth2/introspect"),
                "revocation_endpoint", URI.create(issuer + "/oauth2/revoke"),
                "userinfo_endpoint", URI.create(issuer + "/oauth2/userinfo"));
    }

    public void mount(Api api) {
        api.get("/.well-known/oauth-authorization-server")
                .tag("Discovery")
                .summary("What this server can do")
                .cors(Cors.anyOrigin())
                .answers(200, Metadata.class)
                .to(this::show);
        api.get("/.well-known/openid-configuration")
                .tag("Discovery")
                .summary("What this server can do, for clients of OpenID Connect")
                .cors(Cors.anyOrigin())
                .answers(200, Metadata.class)
                .to(this::showToOpenIdClient);
    }

    private Answer<Metadata> show(Call<None, None, None> call) {
        return Answer.of(metadata).header("Cache-Control", "public, max-age=300");
    }

    /// Whoever reads this goes on to our JWK set, and shall find the keys of ID tokens there.
    private Answer<Metadata> showToOpenIdClient(Call<None, None, None> call) {
        keys.prepare(SigningKeys.EVERYBODYS);
        return show(call);
    }
}
