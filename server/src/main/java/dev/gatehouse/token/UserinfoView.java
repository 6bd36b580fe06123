package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("Who the person is. Each claim is there if the token's scopes allow it and something is known.")
record UserinfoView(
        String sub,
        Optional<String> name,
        Optional<String> locale,
        Optional<Long> updatedAt,
        Optional<String> email,
        Optional<Boolean> emailVerified) {

    static UserinfoView of(Map<String, Object> told) {
        var claims = new JwtClaims(told);
        return new UserinfoView(
                claims.subject().orElseThrow(),
                claims.text("name"),
                claims.text("locale"),
                Optional.ofNullable((Long) told.get("updated_at")),
                claims.text("email"),
                Optional.ofNullable((Boolean) told.get("email_verified")));
    }
}
