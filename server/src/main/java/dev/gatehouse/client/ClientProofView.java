package dev.gatehouse.client;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// What a form may say of the client that sends it: part of every form of a door at which clients prove who they are.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 RFC 6749 §2.3.1
/// @spec https://www.rfc-editor.org/rfc/rfc7521#section-4.2 RFC 7521 §4.2
public record ClientProofView(
        @Doc("Unless the client authenticates by HTTP Basic.")
        Optional<@Size(max = 200) String> clientId,

        @Doc("With `client_secret_post`.") @Secret Optional<@Size(max = 1_000) String> clientSecret,

        @Doc("With `private_key_jwt` and `client_secret_jwt` (RFC 7523).") @Secret
        Optional<@Size(max = 8_000) String> clientAssertion,

        @Doc("`urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.")
        Optional<@Size(max = 200) String> clientAssertionType) {

    /// Without its proofs: a record would tell them.
    @Override
    public String toString() {
        return "ClientProofView" + clientId;
    }
}
