package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.ForeignJwt;
import java.net.URLDecoder;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody shows who claims to be a client.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3 RFC 6749 §2.3
sealed interface Credentials {

    /// Who is claimed to ask.
    String clientId();

    /// What kind of proof it is, in a word for the records.
    String kind();

    /// Only the name: a public client, one whose certificate is the proof, or a proof that was forgotten.
    ///
    /// @param certificates that came with the request, the caller's own first; none as a rule
    record Name(String clientId, List<X509Certificate> certificates) implements Credentials {
        @Override
        public String kind() {
            return certificates.isEmpty() ? "none" : "certificate";
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

    /// A JWT by which the client says that it is itself. Nothing in it is believed yet.
    record Assertion(String clientId, ForeignJwt jwt) implements Credentials {

        /// @spec https://www.rfc-editor.org/rfc/rfc7523#section-2.2 RFC 7523 §2.2
        static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

        @Override
        public String kind() {
            return "client_assertion";
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
    /// @param certificates of whom the caller has proved to hold the key, his own first
    static Reading read(Optional<String> authorization, ClientProofView form, List<X509Certificate> certificates) {
        var proofs = Stream.of(authorization, form.clientSecret(), form.clientAssertion())
                .filter(Optional::isPresent)
                .count();
        if (proofs > 1)
            return new Reading.Unclear(
                    "Prove who you are in one way: by the Authorization header, a secret, or an assertion.");
        if (authorization.isPresent()) return basic(authorization.get(), form);
        if (form.clientAssertion().isPresent() || form.clientAssertionType().isPresent()) return assertion(form);
        if (form.clientId().isEmpty()) return new Reading.Unclear("No client is named: send `client_id`.");
        var clientId = form.clientId().get();
        return new Reading.Shown(form.clientSecret()
                .<Credentials>map(shown -> new Secret(clientId, shown, AuthenticationMethod.CLIENT_SECRET_POST))
                .orElseGet(() -> new Name(clientId, certificates)));
    }

    /// `client_id` may be left out: the assertion's `sub` is the same.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7521#section-4.2 RFC 7521 §4.2
    private static Reading assertion(ClientProofView form) {
        if (!form.clientAssertionType().equals(Optional.of(Assertion.TYPE)))
            return new Reading.Unclear("`client_assertion_type` must be `" + Assertion.TYPE + "`.");
        if (form.clientAssertion().isEmpty()) return new Reading.Unclear("Send the `client_assertion`.");
        var jwt = ForeignJwt.parse(form.clientAssertion().get());
        var subject = jwt.flatMap(parsed -> parsed.claimed().subject());
        if (subject.isEmpty())
            return new Reading.Unreadable("The `client_assertion` is not a signed JWT with a `sub`.");
        if (form.clientId().filter(name -> !name.equals(subject.get())).isPresent())
            return new Reading.Unreadable("`client_id` and the assertion's `sub` name two clients.");
        return new Reading.Shown(new Assertion(subject.get(), jwt.orElseThrow()));
    }

    private static Reading basic(String header, ClientProofView form) {
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
