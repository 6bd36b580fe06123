package dev.gatehouse.grant;

import dev.gatehouse.client.ClientProofView;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a client sends to the token endpoint.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2
@IgnoreUnknown
@EmptyIsAbsent
@Doc("A wish for tokens.")
record TokenRequestView(
        @Size(max = 200) String grantType,

        @Doc("What the token shall allow, with spaces between; otherwise all that the client may ask for.")
        Optional<@Size(max = 4_000) String> scope,

        @Doc("For whom the token shall be (RFC 8707); may be given several times.")
        Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,

        @Doc("With `authorization_code`.") @Secret Optional<@Size(max = 1_000) String> code,

        @Doc("With `authorization_code`: that of the authorization request.")
        Optional<@Size(max = 2_000) String> redirectUri,

        @Doc("With `authorization_code`: what the `code_challenge` was made of (RFC 7636).") @Secret
        Optional<@Size(max = 1_000) String> codeVerifier,

        @Doc("With `refresh_token`.") @Secret Optional<@Size(max = 1_000) String> refreshToken,

        @Doc("With the grant of that name (RFC 8628).") @Secret
        Optional<@Size(max = 1_000) String> deviceCode,

        @Doc("With `token-exchange` (RFC 8693): on whose behalf.") @Secret
        Optional<@Size(max = 10_000) String> subjectToken,

        Optional<@Size(max = 200) String> subjectTokenType,

        @Doc("With `token-exchange`: who acts; otherwise the client itself.") @Secret
        Optional<@Size(max = 10_000) String> actorToken,

        Optional<@Size(max = 200) String> actorTokenType,
        Optional<@Size(max = 200) String> requestedTokenType,

        @Doc("With `token-exchange`, as `resource`.")
        Optional<@Size(max = 20) List<@Size(max = 2_000) String>> audience,

        @Spread ClientProofView client) {

    List<String> resources() {
        return resource.orElse(List.of());
    }

    /// What is asked of an exchange: for its targets, `audience` says the same as `resource`.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8693#section-2.1 RFC 8693 §2.1
    TokenExchangeGrant.Wish wish() {
        var targets = Stream.concat(resources().stream(), audience.stream().flatMap(List::stream));
        return new TokenExchangeGrant.Wish(
                subjectToken,
                subjectTokenType,
                actorToken,
                actorTokenType,
                requestedTokenType,
                scope,
                targets.toList());
    }
}
