package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @spec https://www.rfc-editor.org/rfc/rfc7662#section-2.2 RFC 7662 §2.2
@Doc("What is known of a token. Of one that is not active, or is none of the caller's business, nothing else is said.")
record IntrospectionView(
        boolean active,
        @Doc("What it allows, with spaces between.") Optional<String> scope,
        @Doc("To whom it was given.") Optional<String> clientId,

        @Doc("The person's e-mail address, where the token allows `email`.")
        Optional<String> username,

        @Doc("`Bearer` or `DPoP`; absent for a refresh token.")
        Optional<String> tokenType,

        Optional<Long> exp,
        Optional<Long> iat,
        @Doc("The person, or the client itself.") Optional<String> sub,
        @Doc("For whom it is.") Optional<List<String>> aud,
        Optional<String> iss,
        Optional<String> jti,
        Optional<String> sid,
        Optional<Long> authTime,
        Optional<String> acr,
        Optional<List<String>> amr,

        @Doc("The keys that its holder must prove (RFC 7800).")
        Optional<Map<String, Object>> cnf,

        @Doc("Who acts for the person (RFC 8693).") Optional<Map<String, Object>> act,

        @Doc("The person's groups (RFC 9068), where the token allows `groups`.")
        Optional<List<String>> groups,

        @Doc("The person's roles (RFC 9068), where the token allows `roles`.")
        Optional<List<String>> roles) {

    static final IntrospectionView INACTIVE = of(false, Map.of());

    static IntrospectionView active(Map<String, Object> told) {
        return of(true, told);
    }

    private static IntrospectionView of(boolean active, Map<String, Object> told) {
        var claims = new JwtClaims(told);
        return new IntrospectionView(
                active,
                claims.text("scope"),
                claims.text("client_id"),
                claims.text("username"),
                claims.text("token_type"),
                number(told, "exp"),
                number(told, "iat"),
                claims.text("sub"),
                list(claims.text("aud").map(List::of).orElseGet(() -> claims.texts("aud"))),
                claims.text("iss"),
                claims.text("jti"),
                claims.text("sid"),
                number(told, "auth_time"),
                claims.text("acr"),
                list(claims.texts("amr")),
                object(told, "cnf"),
                object(told, "act"),
                list(claims.texts("groups")),
                list(claims.texts("roles")));
    }

    private static Optional<Long> number(Map<String, Object> told, String name) {
        return told.get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static Optional<List<String>> list(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    /// JSON objects have names of text.
    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Map<String, Object> told, String name) {
        return told.get(name) instanceof Map<?, ?> object
                ? Optional.of((Map<String, Object>) object)
                : Optional.empty();
    }
}
