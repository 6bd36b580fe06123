package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.web.shape.Doc;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A client as administrators see it, in the words of RFC 7591.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
@Doc("A registered application.")
public record ClientView(
        String clientId,
        @Doc("Shown only when it is new; it is not kept.") Optional<String> clientSecret,
        String clientName,
        AuthenticationMethod tokenEndpointAuthMethod,
        List<GrantType> grantTypes,
        List<String> redirectUris,
        List<String> responseTypes,
        Optional<List<String>> responseModes,
        @Doc("What it may ask for, with spaces between.") String scope,

        @Doc("Resources (RFC 8707) whose access tokens it may ask for.")
        List<String> resources,

        boolean requirePkce,
        @Doc("Whether people are not asked for consent.") boolean firstParty,
        Optional<String> applicationType,
        Optional<Map<String, Object>> jwks,
        Optional<String> jwksUri,
        Optional<String> tokenEndpointAuthSigningAlg,
        Optional<String> requestObjectSigningAlg,
        Optional<String> tlsClientAuthSubjectDn,
        Optional<String> tlsClientAuthSanDns,
        Optional<String> tlsClientAuthSanUri,
        Optional<String> tlsClientAuthSanIp,
        Optional<String> tlsClientAuthSanEmail,
        Optional<Boolean> requirePushedAuthorizationRequests,
        Optional<Boolean> requireSignedRequestObject,
        Optional<Boolean> dpopBoundAccessTokens,
        Optional<Boolean> tlsClientCertificateBoundAccessTokens,
        Optional<String> accessTokenFormat,
        Optional<String> idTokenSignedResponseAlg,
        Optional<String> idTokenEncryptedResponseAlg,
        Optional<String> idTokenEncryptedResponseEnc,
        Optional<String> userinfoSignedResponseAlg,
        Optional<String> userinfoEncryptedResponseAlg,
        Optional<String> userinfoEncryptedResponseEnc,
        Optional<String> introspectionSignedResponseAlg,
        Optional<String> authorizationSignedResponseAlg,
        Optional<String> subjectType,
        Optional<String> sectorIdentifierUri,
        Optional<List<String>> postLogoutRedirectUris,
        Optional<String> backchannelLogoutUri,
        Optional<Boolean> backchannelLogoutSessionRequired,
        Optional<String> frontchannelLogoutUri,
        Optional<Boolean> frontchannelLogoutSessionRequired,
        Optional<List<String>> tokenExchange,
        Optional<String> clientUri,
        Optional<String> policyUri,
        Optional<String> tosUri,
        Optional<String> logoUri,
        Optional<List<String>> contacts,
        Optional<String> softwareId,
        Optional<String> softwareVersion,

        @Doc("When it registered itself, in seconds since 1970.")
        Optional<Long> clientIdIssuedAt,

        @Doc("0: never.") Optional<Long> clientSecretExpiresAt,

        @Doc("By which a client that registered itself looks after itself.")
        Optional<String> registrationAccessToken,

        @Doc("Where it does.") Optional<URI> registrationClientUri,
        Instant createdAt,
        Instant updatedAt) {

    /// How a client looks after itself.
    public record Registered(String token, URI address) {}

    static ClientView of(Client client, Optional<ClientSecret> secret) {
        return of(client, secret, Optional.empty());
    }

    public static ClientView of(Client client, Optional<ClientSecret> secret, Optional<Registered> registered) {
        var profile = client.profile();
        var members = profile.members();
        return new ClientView(
                client.id(),
                secret.map(ClientSecret::value),
                profile.name(),
                profile.authentication(),
                profile.grants().stream().sorted().toList(),
                List.copyOf(profile.redirectUris()),
                profile.allows(GrantType.AUTHORIZATION_CODE) ? List.of(RequestMemberRules.CODE) : List.of(),
                words(members, ClientMember.RESPONSE_MODES),
                String.join(" ", profile.scopes()),
                List.copyOf(profile.resources()),
                profile.pkceRequired(),
                profile.firstParty(),
                members.text(ClientMember.APPLICATION_TYPE),
                json(members, ClientMember.JWKS),
                members.text(ClientMember.JWKS_URI),
                members.text(ClientMember.TOKEN_ENDPOINT_AUTH_SIGNING_ALG),
                members.text(ClientMember.REQUEST_OBJECT_SIGNING_ALG),
                members.text(ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN),
                members.text(ClientMember.TLS_CLIENT_AUTH_SAN_DNS),
                members.text(ClientMember.TLS_CLIENT_AUTH_SAN_URI),
                members.text(ClientMember.TLS_CLIENT_AUTH_SAN_IP),
                members.text(ClientMember.TLS_CLIENT_AUTH_SAN_EMAIL),
                flag(members, ClientMember.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS),
                flag(members, ClientMember.REQUIRE_SIGNED_REQUEST_OBJECT),
                flag(members, ClientMember.DPOP_BOUND_ACCESS_TOKENS),
                flag(members, ClientMember.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS),
                members.text(ClientMember.ACCESS_TOKEN_FORMAT),
                members.text(ClientMember.ID_TOKEN_SIGNED_RESPONSE_ALG),
                members.text(ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ALG),
                members.text(ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ENC),
                members.text(ClientMember.USERINFO_SIGNED_RESPONSE_ALG),
                members.text(ClientMember.USERINFO_ENCRYPTED_RESPONSE_ALG),
                members.text(ClientMember.USERINFO_ENCRYPTED_RESPONSE_ENC),
                members.text(ClientMember.INTROSPECTION_SIGNED_RESPONSE_ALG),
                members.text(ClientMember.AUTHORIZATION_SIGNED_RESPONSE_ALG),
                members.text(ClientMember.SUBJECT_TYPE),
                members.text(ClientMember.SECTOR_IDENTIFIER_URI),
                words(members, ClientMember.POST_LOGOUT_REDIRECT_URIS),
                members.text(ClientMember.BACKCHANNEL_LOGOUT_URI),
                flag(members, ClientMember.BACKCHANNEL_LOGOUT_SESSION_REQUIRED),
                members.text(ClientMember.FRONTCHANNEL_LOGOUT_URI),
                flag(members, ClientMember.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED),
                words(members, ClientMember.TOKEN_EXCHANGE),
                members.text(ClientMember.CLIENT_URI),
                members.text(ClientMember.POLICY_URI),
                members.text(ClientMember.TOS_URI),
                members.text(ClientMember.LOGO_URI),
                words(members, ClientMember.CONTACTS),
                members.text(ClientMember.SOFTWARE_ID),
                members.text(ClientMember.SOFTWARE_VERSION),
                registered.map(_ -> client.createdAt().getEpochSecond()),
                registered.flatMap(_ -> secret).map(_ -> 0L),
                registered.map(Registered::token),
                registered.map(Registered::address),
                client.createdAt(),
                client.updatedAt());
    }

    static ClientView of(Client client) {
        return of(client, Optional.empty());
    }

    private static Optional<Boolean> flag(ClientMembers members, ClientMember member) {
        return members.text(member).map(Boolean::valueOf);
    }

    private static Optional<List<String>> words(ClientMembers members, ClientMember member) {
        return Optional.of(List.copyOf(members.words(member))).filter(words -> !words.isEmpty());
    }

    private static Optional<Map<String, Object>> json(ClientMembers members, ClientMember member) {
        return members.text(member).flatMap(text -> StrictJson.object(text.getBytes(UTF_8)));
    }
}
