package dev.gatehouse.grant;

import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

/// What a client gets from the token endpoint.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-5.1 RFC 6749 §5.1
@Doc("What was granted.")
record TokenView(
        String accessToken,
        String tokenType,
        @Doc("In seconds.") long expiresIn,

        @Doc("What the token allows, with spaces between.") String scope,

        @Doc("Good once: each use is answered with the next one.")
        Optional<String> refreshToken,

        @Doc("Who the person is, as a signed JWT.") Optional<String> idToken,

        @Doc("Of a token that was got by an exchange (RFC 8693).")
        Optional<String> issuedTokenType) {

    static TokenView of(Grant.Granted granted) {
        var token = granted.accessToken();
        return new TokenView(
                token.value(),
                token.boundTo().tokenType(),
                token.lifetime().toSeconds(),
                String.join(" ", granted.scopes()),
                granted.refreshToken().map(RefreshSecret::value),
                granted.idToken(),
                Optional.empty());
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc8693#section-2.2.1 RFC 8693 §2.2.1
    static TokenView of(Grant.Exchanged exchanged) {
        var token = exchanged.accessToken();
        return new TokenView(
                token.value(),
                token.boundTo().tokenType(),
                token.lifetime().toSeconds(),
                String.join(" ", exchanged.scopes()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TokenExchangeGrant.ACCESS_TOKEN));
    }
}
