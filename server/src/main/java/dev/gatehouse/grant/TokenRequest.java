package dev.gatehouse.grant;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// What a client sends to the token endpoint.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2
@IgnoreUnknown
@EmptyIsAbsent
@Doc("A wish for tokens.")
record TokenRequest(
        @Size(max = 200) String grantType,

        @Doc("What the token shall allow, with spaces between; otherwise all that the client may ask for.")
        Optional<@Size(max = 4_000) String> scope,

        @Doc("For whom the token shall be (RFC 8707); may be given several times.")
        Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,

        @Doc("Unless the client authenticates by HTTP Basic.")
        Optional<@Size(max = 200) String> clientId,

        @Doc("With `client_secret_post`.") @Secret Optional<@Size(max = 1_000) String> clientSecret) {}
