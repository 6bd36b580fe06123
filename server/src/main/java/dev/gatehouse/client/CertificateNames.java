package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_DNS;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_EMAIL;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_IP;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_URI;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN;

import dev.gatehouse.client.ClientKeys.CertificateName;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The names by which a client's certificate is known: each kind compares in its own way, and none has wildcards.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-2.1.2 RFC 8705 §2.1.2
final class CertificateNames {

    /// Kinds of alternative names, RFC 5280 §4.2.1.6.
    private static final int EMAIL = 1;

    private static final int DNS = 2;
    private static final int URI_NAME = 6;
    private static final int IP = 7;

    private CertificateNames() {}

    static boolean isCalled(X509Certificate certificate, CertificateName expected) {
        var value = expected.value();
        return switch (expected.kind()) {
            case TLS_CLIENT_AUTH_SUBJECT_DN ->
                SubjectName.parse(value).equals(Optional.of(SubjectName.of(certificate.getSubjectX500Principal())));
            case TLS_CLIENT_AUTH_SAN_DNS -> names(certificate, DNS).anyMatch(value::equalsIgnoreCase);
            case TLS_CLIENT_AUTH_SAN_URI -> names(certificate, URI_NAME).anyMatch(value::equals);
            case TLS_CLIENT_AUTH_SAN_IP -> {
                var address = address(value);
                yield names(certificate, IP).anyMatch(name -> address.isPresent() && address.equals(address(name)));
            }
            case TLS_CLIENT_AUTH_SAN_EMAIL ->
                names(certificate, EMAIL).map(CertificateNames::mailbox).anyMatch(mailbox(value)::equals);
            default -> false;
        };
    }

    /// Why no certificate can be called so.
    static Optional<String> fault(CertificateName name) {
        var value = name.value();
        return switch (name.kind()) {
            case TLS_CLIENT_AUTH_SUBJECT_DN ->
                SubjectName.parse(value).filter(subject -> !subject.isEmpty()).isPresent()
                        ? Optional.empty()
                        : Optional.of("is no distinguished name, as CN=app,O=Example,C=DE");
            case TLS_CLIENT_AUTH_SAN_DNS ->
                value.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")
                        ? Optional.empty()
                        : Optional.of("is no name of DNS; wildcards are not matched");
            case TLS_CLIENT_AUTH_SAN_URI ->
                isAbsolute(value) ? Optional.empty() : Optional.of("is no absolute URI, as spiffe://example.com/app");
            case TLS_CLIENT_AUTH_SAN_IP ->
                address(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("is no address, as 192.0.2.1 or 2001:db8::1");
            case TLS_CLIENT_AUTH_SAN_EMAIL ->
                value.indexOf('@') > 0 ? Optional.empty() : Optional.of("is no e-mail address");
            default -> Optional.empty();
        };
    }

    private static Stream<String> names(X509Certificate certificate, int kind) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? Stream.of()
                    : all.stream()
                            .filter(name -> name.get(0).equals(kind) && name.get(1) instanceof String)
                            .map(name -> (String) name.get(1));
        } catch (CertificateParsingException _) {
            return Stream.of();
        }
    }

    /// Only numbers: nothing here asks DNS.
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The host of a mailbox is a name of DNS, what stands before it is its own affair (RFC 5280 §7.5).
    private static List<String> mailbox(String text) {
        int at = text.lastIndexOf('@');
        return at < 0
                ? List.of(text)
                : List.of(text.substring(0, at), text.substring(at).toLowerCase(Locale.ROOT));
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
