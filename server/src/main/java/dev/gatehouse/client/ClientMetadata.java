package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.StrictJson;
import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.Doc;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// What somebody says of a client. What is absent stays as it was, or as it usually is.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
@Doc("What is said of an application. What is absent stays as it was; `null` takes it back.")
public record ClientMetadata(
        @Doc("When it is registered: a name of your choice for protocols; otherwise one is made up.")
        Optional<String> clientId,

        Change<String> clientName,
        Change<AuthenticationMethod> tokenEndpointAuthMethod,
        Change<Set<GrantType>> grantTypes,
        Change<List<String>> redirectUris,
        @Doc("There is only `code`.") Change<Optional<List<String>>> responseTypes,

        @Doc("In which ways it may be answered; none said: in all.")
        Change<Optional<List<String>>> responseModes,

        @Doc("What it may ask for, with spaces between.") Change<String> scope,

        @Doc("Resources (RFC 8707) whose access tokens it may ask for.")
        Change<List<String>> resources,

        Change<Boolean> requirePkce,
        @Doc("Whether people are not asked for consent.") Change<Boolean> firstParty,
        @Doc("`web` or `native`.") Change<Optional<String>> applicationType,
        @Doc("Its public keys as a JWK set.") Change<Optional<Map<String, Object>>> jwks,
        @Doc("Where its JWK set stands.") Change<Optional<String>> jwksUri,
        Change<Optional<String>> tokenEndpointAuthSigningAlg,
        Change<Optional<String>> requestObjectSigningAlg,
        Change<Optional<String>> tlsClientAuthSubjectDn,
        Change<Optional<String>> tlsClientAuthSanDns,
        Change<Optional<String>> tlsClientAuthSanUri,
        Change<Optional<String>> tlsClientAuthSanIp,
        Change<Optional<String>> tlsClientAuthSanEmail,
        Change<Optional<Boolean>> requirePushedAuthorizationRequests,
        Change<Optional<Boolean>> requireSignedRequestObject,
        @Doc("Whether it must use DPoP (RFC 9449).") Change<Optional<Boolean>> dpopBoundAccessTokens,

        @Doc("Whether its tokens are bound to its certificate (RFC 8705).")
        Change<Optional<Boolean>> tlsClientCertificateBoundAccessTokens,

        @Doc("`jwt` or `opaque`.") Change<Optional<String>> accessTokenFormat,
        Change<Optional<String>> idTokenSignedResponseAlg,
        Change<Optional<String>> idTokenEncryptedResponseAlg,
        Change<Optional<String>> idTokenEncryptedResponseEnc,
        Change<Optional<String>> userinfoSignedResponseAlg,
        Change<Optional<String>> userinfoEncryptedResponseAlg,
        Change<Optional<String>> userinfoEncryptedResponseEnc,
        Change<Optional<String>> introspectionSignedResponseAlg,
        Change<Optional<String>> authorizationSignedResponseAlg,
        @Doc("`public` or `pairwise`.") Change<Optional<String>> subjectType,
        Change<Optional<String>> sectorIdentifierUri,
        Change<Optional<List<String>>> postLogoutRedirectUris,
        Change<Optional<String>> backchannelLogoutUri,
        Change<Optional<Boolean>> backchannelLogoutSessionRequired,
        Change<Optional<String>> frontchannelLogoutUri,
        Change<Optional<Boolean>> frontchannelLogoutSessionRequired,

        @Doc("How it may exchange tokens (RFC 8693): `impersonation`, `delegation`.")
        Change<Optional<List<String>>> tokenExchange,

        Change<Optional<String>> clientUri,
        Change<Optional<String>> policyUri,
        Change<Optional<String>> tosUri,
        Change<Optional<String>> logoUri,
        Change<Optional<List<String>>> contacts,
        Change<Optional<String>> softwareId,
        Change<Optional<String>> softwareVersion) {

    public ClientProfile over(ClientProfile now) {
        return new ClientProfile(
                clientName.over(now.name()).strip(),
                tokenEndpointAuthMethod.over(now.authentication()),
                grantTypes.over(now.grants()),
                set(redirectUris.over(List.copyOf(now.redirectUris()))),
                words(scope.over(String.join(" ", now.scopes()))),
                set(resources.over(List.copyOf(now.resources()))),
                requirePkce.over(now.pkceRequired()),
                firstParty.over(now.firstParty()),
                over(now.members()));
    }

    private ClientMembers over(ClientMembers members) {
        members = text(members, ClientMember.APPLICATION_TYPE, applicationType);
        members = words(members, ClientMember.RESPONSE_TYPES, responseTypes);
        members = words(members, ClientMember.RESPONSE_MODES, responseModes);
        members = json(members, ClientMember.JWKS, jwks);
        members = text(members, ClientMember.JWKS_URI, jwksUri);
        members = text(members, ClientMember.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, tokenEndpointAuthSigningAlg);
        members = text(members, ClientMember.REQUEST_OBJECT_SIGNING_ALG, requestObjectSigningAlg);
        members = text(members, ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN, tlsClientAuthSubjectDn);
        members = text(members, ClientMember.TLS_CLIENT_AUTH_SAN_DNS, tlsClientAuthSanDns);
        members = text(members, ClientMember.TLS_CLIENT_AUTH_SAN_URI, tlsClientAuthSanUri);
        members = text(members, ClientMember.TLS_CLIENT_AUTH_SAN_IP, tlsClientAuthSanIp);
        members = text(members, ClientMember.TLS_CLIENT_AUTH_SAN_EMAIL, tlsClientAuthSanEmail);
        members = flag(members, ClientMember.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS, requirePushedAuthorizationRequests);
        members = flag(members, ClientMember.REQUIRE_SIGNED_REQUEST_OBJECT, requireSignedRequestObject);
        members = flag(members, ClientMember.DPOP_BOUND_ACCESS_TOKENS, dpopBoundAccessTokens);
        members = flag(
                members,
                ClientMember.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
                tlsClientCertificateBoundAccessTokens);
        members = text(members, ClientMember.ACCESS_TOKEN_FORMAT, accessTokenFormat);
        members = text(members, ClientMember.ID_TOKEN_SIGNED_RESPONSE_ALG, idTokenSignedResponseAlg);
        members = text(members, ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ALG, idTokenEncryptedResponseAlg);
        members = text(members, ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ENC, idTokenEncryptedResponseEnc);
        members = text(members, ClientMember.USERINFO_SIGNED_RESPONSE_ALG, userinfoSignedResponseAlg);
        members = text(members, ClientMember.USERINFO_ENCRYPTED_RESPONSE_ALG, userinfoEncryptedResponseAlg);
        members = text(members, ClientMember.USERINFO_ENCRYPTED_RESPONSE_ENC, userinfoEncryptedResponseEnc);
        members = text(members, ClientMember.INTROSPECTION_SIGNED_RESPONSE_ALG, introspectionSignedResponseAlg);
        members = text(members, ClientMember.AUTHORIZATION_SIGNED_RESPONSE_ALG, authorizationSignedResponseAlg);
        members = text(members, ClientMember.SUBJECT_TYPE, subjectType);
        members = text(members, ClientMember.SECTOR_IDENTIFIER_URI, sectorIdentifierUri);
        members = words(members, ClientMember.POST_LOGOUT_REDIRECT_URIS, postLogoutRedirectUris);
        members = text(members, ClientMember.BACKCHANNEL_LOGOUT_URI, backchannelLogoutUri);
        members = flag(members, ClientMember.BACKCHANNEL_LOGOUT_SESSION_REQUIRED, backchannelLogoutSessionRequired);
        members = text(members, ClientMember.FRONTCHANNEL_LOGOUT_URI, frontchannelLogoutUri);
        members = flag(members, ClientMember.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, frontchannelLogoutSessionRequired);
        members = words(members, ClientMember.TOKEN_EXCHANGE, tokenExchange);
        members = text(members, ClientMember.CLIENT_URI, clientUri);
        members = text(members, ClientMember.POLICY_URI, policyUri);
        members = text(members, ClientMember.TOS_URI, tosUri);
        members = text(members, ClientMember.LOGO_URI, logoUri);
        members = words(members, ClientMember.CONTACTS, contacts);
        members = text(members, ClientMember.SOFTWARE_ID, softwareId);
        members = text(members, ClientMember.SOFTWARE_VERSION, softwareVersion);
        return members;
    }

    private static ClientMembers text(ClientMembers now, ClientMember member, Change<Optional<String>> change) {
        return change.map(text -> now.with(member, text.orElse(""))).over(now);
    }

    private static ClientMembers flag(ClientMembers now, ClientMember member, Change<Optional<Boolean>> change) {
        return text(now, member, change.map(flag -> flag.map(String::valueOf)));
    }

    private static ClientMembers words(ClientMembers now, ClientMember member, Change<Optional<List<String>>> change) {
        return text(now, member, change.map(words -> words.map(list -> String.join(" ", list))));
    }

    private static ClientMembers json(
            ClientMembers now, ClientMember member, Change<Optional<Map<String, Object>>> change) {
        return text(now, member, change.map(json -> json.map(object -> new String(StrictJson.bytes(object), UTF_8))));
    }

    private static SequencedSet<String> set(List<String> values) {
        return new LinkedHashSet<>(values);
    }

    private static SequencedSet<String> words(String text) {
        return text.isBlank()
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
