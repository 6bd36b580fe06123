package dev.gatehouse.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be said of a client beyond what every client has. Each is kept as a text and left out when nothing is said;
/// [ClientProfile] gives them back in groups with their types.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
/// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata OpenID Connect Registration §2
public enum ClientMember {
    APPLICATION_TYPE(Kind.TEXT),
    RESPONSE_TYPES(Kind.WORDS),
    /// In which ways it may be answered at `/oauth2/authorize`; none said: in all of them.
    RESPONSE_MODES(Kind.WORDS),

    JWKS(Kind.JSON),
    JWKS_URI(Kind.TEXT),
    TOKEN_ENDPOINT_AUTH_SIGNING_ALG(Kind.TEXT),
    REQUEST_OBJECT_SIGNING_ALG(Kind.TEXT),
    TLS_CLIENT_AUTH_SUBJECT_DN(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_DNS(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_URI(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_IP(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_EMAIL(Kind.TEXT),

    REQUIRE_PUSHED_AUTHORIZATION_REQUESTS(Kind.FLAG),
    REQUIRE_SIGNED_REQUEST_OBJECT(Kind.FLAG),
    DPOP_BOUND_ACCESS_TOKENS(Kind.FLAG),
    TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS(Kind.FLAG),

    ACCESS_TOKEN_FORMAT(Kind.TEXT),
    ID_TOKEN_SIGNED_RESPONSE_ALG(Kind.TEXT),
    ID_TOKEN_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    ID_TOKEN_ENCRYPTED_RESPONSE_ENC(Kind.TEXT),
    USERINFO_SIGNED_RESPONSE_ALG(Kind.TEXT),
    USERINFO_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    USERINFO_ENCRYPTED_RESPONSE_ENC(Kind.TEXT),
    INTROSPECTION_SIGNED_RESPONSE_ALG(Kind.TEXT),
    AUTHORIZATION_SIGNED_RESPONSE_ALG(Kind.TEXT),
    SUBJECT_TYPE(Kind.TEXT),
    SECTOR_IDENTIFIER_URI(Kind.TEXT),

    POST_LOGOUT_REDIRECT_URIS(Kind.WORDS),
    BACKCHANNEL_LOGOUT_URI(Kind.TEXT),
    BACKCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG),
    FRONTCHANNEL_LOGOUT_URI(Kind.TEXT),
    FRONTCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG),

    /// `impersonation`, `delegation`: how it may exchange tokens.
    TOKEN_EXCHANGE(Kind.WORDS),

    CLIENT_URI(Kind.TEXT),
    POLICY_URI(Kind.TEXT),
    TOS_URI(Kind.TEXT),
    LOGO_URI(Kind.TEXT),
    CONTACTS(Kind.WORDS),
    SOFTWARE_ID(Kind.TEXT),
    SOFTWARE_VERSION(Kind.TEXT);

    /// What a member's text means, and how long it may be.
    public enum Kind {
        TEXT(2_000),
        /// `true` or `false`.
        FLAG(5),
        /// Words with spaces between.
        WORDS(20_000),
        /// One JSON value.
        JSON(50_000);

        private final int longest;

        Kind(int longest) {
            this.longest = longest;
        }
    }

    private final Kind kind;

    ClientMember(Kind kind) {
        this.kind = kind;
    }

    /// As client metadata spell it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    public static Optional<ClientMember> named(String wire) {
        return Arrays.stream(values())
                .filter(member -> member.wire().equals(wire))
                .findFirst();
    }

    /// Why no client can have this.
    Optional<String> fault(String text) {
        if (text.length() > kind.longest) return Optional.of("is longer than " + kind.longest + " characters");
        if (text.chars().anyMatch(Character::isISOControl) && kind != Kind.JSON)
            return Optional.of("holds a control character");
        if (kind == Kind.FLAG && !text.equals("true") && !text.equals("false"))
            return Optional.of("is either true or false");
        return Optional.empty();
    }
}
