package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/// What somebody shows who claims to be a client.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3 RFC 6749 §2.3
sealed interface Credentials {

    /// Who is claimed to ask.
    String clientId();

    /// What kind of proof it is, in a word for the records.
    String kind();

    /// Only the name: a public client, or a proof that was forgotten.
    record Name(String clientId) implements Credentials {
        @Override
        public String kind() {
            return "none";
        }
    }

    /// A secret, and where it stood.
    record Secret(String clientId, String secret, AuthenticationMethod method) implements Credentials {
        @Override
        public String kind() {
            return method.wire();
        }

        @Override
        public String toString() {
            return "Secret[" + clientId + ", secret]";
        }
    }

    /// What was shown, or why that cannot be judged.
    sealed interface Reading {
        record Shown(Credentials credentials) implements Reading {}

        /// Nobody is named, or more than one proof is shown: `invalid_request`.
        record Unclear(String why) implements Reading {}

        /// The `Authorization` header is none that we understand: `invalid_client`.
        record Unreadable(String why) implements Reading {}
    }

    /// Reads what a request shows. More than one proof at once is refused (RFC 6749 §2.3), and so is one name here and
    /// another there.
    ///
    /// @param authorization the header of that name
    static Reading read(Optional<String> authorization, ClientForm form) {
        if (authorization.isPresent()) return basic(authorization.get(), form);
        if (form.clientId().isEmpty()) return new Reading.Unclear("No client is named: send `client_id`.");
        var clientId = form.clientId().get();
        return new Reading.Shown(form.clientSecret()
                .<Credentials>map(shown -> new Secret(clientId, shown, AuthenticationMethod.CLIENT_SECRET_POST))
                .orElseGet(() -> new Name(clientId)));
    }

    private static Reading basic(String header, ClientForm form) {
        if (form.clientSecret().isPresent())
            return new Reading.Unclear("Prove who you are in one way: by the Authorization header or by parameters.");
        var shown = decoded(header);
        if (shown.isEmpty())
            return new Reading.Unreadable("The Authorization header is not `Basic` with name and secret.");
        if (form.clientId().filter(name -> !name.equals(shown.get().clientId())).isPresent())
            return new Reading.Unreadable("`client_id` and the Authorization header name two clients.");
        return new Reading.Shown(shown.get());
    }

    /// Name and secret are form-encoded before they are put together.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 RFC 6749 §2.3.1
    private static Optional<Credentials> decoded(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) return Optional.empty();
        try {
            var text = new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
            var colon = text.indexOf(':');
            if (colon < 1) return Optional.empty();
            var name = URLDecoder.decode(text.substring(0, colon), UTF_8);
            var secret = URLDecoder.decode(text.substring(colon + 1), UTF_8);
            return Optional.of(new Secret(name, secret, AuthenticationMethod.CLIENT_SECRET_BASIC));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
