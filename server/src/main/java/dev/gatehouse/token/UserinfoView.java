package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Doc("Who the person is. Each claim is there if the token's scopes allow it and something is known.")
record UserinfoView(
        String sub,
        Optional<String> name,
        Optional<String> locale,
        Optional<Long> updatedAt,
        Optional<String> email,
        Optional<Boolean> emailVerified,

        @Doc("The names of all groups that the person is in; absent if they are too many.")
        Optional<List<String>> groups,

        @Doc("The roles that the person holds everywhere; absent if they are too many.")
        Optional<List<String>> roles) {

    static UserinfoView of(Map<String, Object> told) {
        var claims = new JwtClaims(told);
        return new UserinfoView(
                claims.subject().orElseThrow(),
                claims.text("name"),
                claims.text("locale"),
                Optional.ofNullable((Long) told.get("updated_at")),
                claims.text("email"),
                Optional.ofNullable((Boolean) told.get("email_verified")),
                texts(claims, "groups"),
                texts(claims, "roles"));
    }

    /// None at all is something else than not told.
    private static Optional<List<String>> texts(JwtClaims claims, String name) {
        return claims.all().containsKey(name) ? Optional.of(claims.texts(name)) : Optional.empty();
    }
}
