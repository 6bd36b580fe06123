package dev.gatehouse.discovery;

import dev.gatehouse.claims.AuthenticationContext;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.client.AssertionAlgorithms;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.client.ResponseMode;
import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.jose.EncryptionKey;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Spread;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What this server can do, as clients read it: one record a specification, and all members side by side on
/// the wire. Nothing is named that does not work.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
/// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OpenID Connect Discovery
///     §3
@Doc("What this server can do (RFC 8414, OpenID Connect Discovery).")
record ProviderMetadata(
        @Spread Core core,
        @Spread OpenId openId,
        @Spread Answers answers,
        @Spread Requests requests,
        @Spread Claims claims,
        @Spread IdTokens idTokens,
        @Spread UserinfoAnswers userinfo,
        @Spread ClientProofs clientProofs,
        @Spread Introspection introspection,
        @Spread Revocation revocation,
        @Spread BoundTokens boundTokens,
        @Spread Logout logout,
        @Spread Devices devices) {

    /// With which we sign for whoever asks; not with a secret that clients would have to share.
    private static final List<String> SIGNING = Arrays.stream(JwtAlgorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .map(JwtAlgorithm::headerName)
            .toList();

    /// @param issuer our public URL
    /// @param letsRegister whether applications may register themselves
    static ProviderMetadata of(String issuer, boolean letsRegister, CallerCertificates certificates) {
        return new ProviderMetadata(
                Core.of(issuer, letsRegister),
                OpenId.of(issuer),
                Answers.ours(),
                Requests.of(issuer),
                Claims.ours(),
                IdTokens.ours(),
                UserinfoAnswers.ours(),
                ClientProofs.of(certificates),
                Introspection.of(issuer, certificates),
                Revocation.of(issuer, certificates),
                BoundTokens.of(issuer, certificates),
                Logout.of(issuer),
                Devices.of(issuer));
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
    record Core(
            String issuer,
            URI authorizationEndpoint,
            URI tokenEndpoint,
            URI jwksUri,
            Optional<URI> registrationEndpoint,
            List<String> scopesSupported,
            List<String> responseTypesSupported,
            List<String> grantTypesSupported,
            List<String> codeChallengeMethodsSupported) {

        static Core of(String issuer, boolean letsRegister) {
            var registration = at(issuer, "/oauth2/register");
            var scopes = List.of("openid", "profile", "email", "groups", "roles", "offline_access");
            var grants = Arrays.stream(GrantType.values()).map(GrantType::wire).toList();
            return new Core(
                    issuer,
                    at(issuer, "/oauth2/authorize"),
                    at(issuer, "/oauth2/token"),
                    at(issuer, "/oauth2/jwks"),
                    letsRegister ? Optional.of(registration) : Optional.empty(),
                    scopes,
                    List.of("code"),
                    grants,
                    List.of("S256"));
        }
    }

    /// `prompt=create` is of a specification of its own.
    ///
    /// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OIDC Discovery §3
    /// @spec https://openid.net/specs/openid-connect-prompt-create-1_0.html#section-4.2 Prompt Create §4.2
    record OpenId(
            URI userinfoEndpoint,
            List<String> subjectTypesSupported,
            List<String> acrValuesSupported,
            List<String> promptValuesSupported,
            List<String> uiLocalesSupported,
            URI serviceDocumentation) {

        static OpenId of(String issuer) {
            var prompts = List.of("none", "login", "consent", "select_account", "create");
            return new OpenId(
                    at(issuer, "/oauth2/userinfo"),
                    List.of("public", "pairwise"),
                    AuthenticationContext.wires(),
                    prompts,
                    List.of("en", "ru"),
                    at(issuer, "/docs"));
        }
    }

    /// How the authorization endpoint answers.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9207#section-3 RFC 9207 §3
    /// @spec https://openid.net/specs/oauth-v2-jarm.html#name-authorization-server-metadata JARM §4
    record Answers(
            List<String> responseModesSupported,
            List<String> authorizationSigningAlgValuesSupported,
            boolean authorizationResponseIssParameterSupported) {

        static Answers ours() {
            return new Answers(ResponseMode.wires(), SIGNING, true);
        }
    }

    /// How requests come to it: by value, signed, or pushed beforehand; never fetched from a URL.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9101#section-10.5 RFC 9101 §10.5
    /// @spec https://www.rfc-editor.org/rfc/rfc9126#section-5 RFC 9126 §5
    record Requests(
            URI pushedAuthorizationRequestEndpoint,
            boolean requestParameterSupported,
            boolean requestUriParameterSupported,
            List<String> requestObjectSigningAlgValuesSupported) {

        static Requests of(String issuer) {
            return new Requests(at(issuer, "/oauth2/par"), true, false, SIGNING);
        }
    }

    /// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OIDC Discovery §3
    record Claims(List<String> claimTypesSupported, List<String> claimsSupported, boolean claimsParameterSupported) {

        private static final List<String> OF_TOKENS =
                List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid");

        static Claims ours() {
            var names = Stream.concat(OF_TOKENS.stream(), PersonClaims.NAMES.stream());
            return new Claims(List.of("normal"), names.toList(), true);
        }
    }

    /// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OIDC Discovery §3
    record IdTokens(
            List<String> idTokenSigningAlgValuesSupported,
            List<String> idTokenEncryptionAlgValuesSupported,
            List<String> idTokenEncryptionEncValuesSupported) {

        static IdTokens ours() {
            return new IdTokens(SIGNING, EncryptionKey.ALGORITHMS, EncryptionKey.METHODS);
        }
    }

    /// @spec https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OIDC Discovery §3
    record UserinfoAnswers(
            List<String> userinfoSigningAlgValuesSupported,
            List<String> userinfoEncryptionAlgValuesSupported,
            List<String> userinfoEncryptionEncValuesSupported) {

        static UserinfoAnswers ours() {
            return new UserinfoAnswers(SIGNING, EncryptionKey.ALGORITHMS, EncryptionKey.METHODS);
        }
    }

    /// How clients prove who they are at the token endpoint.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
    record ClientProofs(
            List<String> tokenEndpointAuthMethodsSupported, List<String> tokenEndpointAuthSigningAlgValuesSupported) {

        static ClientProofs of(CallerCertificates certificates) {
            return new ClientProofs(certificates.methods(), AssertionAlgorithms.names());
        }
    }

    /// Here a name alone is no proof. Answers may be JWTs.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
    /// @spec https://www.rfc-editor.org/rfc/rfc9701#section-7 RFC 9701 §7
    record Introspection(
            URI introspectionEndpoint,
            List<String> introspectionEndpointAuthMethodsSupported,
            List<String> introspectionEndpointAuthSigningAlgValuesSupported,
            List<String> introspectionSigningAlgValuesSupported) {

        static Introspection of(String issuer, CallerCertificates certificates) {
            var methods = certificates.methods().stream()
                    .filter(method -> !method.equals(AuthenticationMethod.NONE.wire()))
                    .toList();
            return new Introspection(at(issuer, "/oauth2/introspect"), methods, AssertionAlgorithms.names(), SIGNING);
        }
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc8414#section-2 RFC 8414 §2
    record Revocation(
            URI revocationEndpoint,
            List<String> revocationEndpointAuthMethodsSupported,
            List<String> revocationEndpointAuthSigningAlgValuesSupported) {

        static Revocation of(String issuer, CallerCertificates certificates) {
            return new Revocation(at(issuer, "/oauth2/revoke"), certificates.methods(), AssertionAlgorithms.names());
        }
    }

    /// What tokens can be bound to.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5.1 RFC 9449 §5.1
    /// @spec https://www.rfc-editor.org/rfc/rfc8705#section-3.3 RFC 8705 §3.3, §5
    record BoundTokens(
            List<String> dpopSigningAlgValuesSupported,
            boolean tlsClientCertificateBoundAccessTokens,
            Optional<Map<String, URI>> mtlsEndpointAliases) {

        static BoundTokens of(String issuer, CallerCertificates certificates) {
            var aliases = certificates.aliases(URI.create(issuer), calledByClients(issuer));
            return new BoundTokens(DpopProofs.ALGORITHM_NAMES, certificates.areTaken(), aliases);
        }

        /// Where clients prove who they are, or show tokens that may be bound to a certificate.
        private static Map<String, URI> calledByClients(String issuer) {
            return Map.of(
                    "token_endpoint", at(issuer, "/oauth2/token"),
                    "pushed_authorization_request_endpoint", at(issuer, "/oauth2/par"),
                    "device_authorization_endpoint", at(issuer, "/oauth2/device_authorization"),
                    "introspection_endpoint", at(issuer, "/oauth2/introspect"),
                    "revocation_endpoint", at(issuer, "/oauth2/revoke"),
                    "userinfo_endpoint", at(issuer, "/oauth2/userinfo"));
        }
    }

    /// @spec https://openid.net/specs/openid-connect-rpinitiated-1_0.html#OPMetadata RP-Initiated Logout §2.1
    /// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#BCSupport Back-Channel Logout §2.1
    /// @spec https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout Front-Channel Logout §3
    record Logout(
            URI endSessionEndpoint,
            boolean backchannelLogoutSupported,
            boolean backchannelLogoutSessionSupported,
            boolean frontchannelLogoutSupported,
            boolean frontchannelLogoutSessionSupported) {

        static Logout of(String issuer) {
            return new Logout(at(issuer, "/oauth2/logout"), true, true, true, true);
        }
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc8628#section-4 RFC 8628 §4
    record Devices(URI deviceAuthorizationEndpoint) {

        static Devices of(String issuer) {
            return new Devices(at(issuer, "/oauth2/device_authorization"));
        }
    }

    private static URI at(String issuer, String path) {
        return URI.create(issuer + path);
    }
}
