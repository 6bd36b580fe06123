package dev.gatehouse.client;

import java.util.Optional;

/// What a form may say of the client that sends it: every form of a door at which clients prove who they are.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 RFC 6749 §2.3.1
/// @spec https://www.rfc-editor.org/rfc/rfc7521#section-4.2 RFC 7521 §4.2
public interface ClientForm {

    Optional<String> clientId();

    /// With `client_secret_post`.
    Optional<String> clientSecret();

    /// With `private_key_jwt` and `client_secret_jwt`.
    Optional<String> clientAssertion();

    Optional<String> clientAssertionType();
}
