package dev.gatehouse.client;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/// Judges whether a certificate is that of a client.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8705#section-2 RFC 8705 §2
public final class ClientCertificates {

    private final CertificateIssuers issuers;
    private final ClientKeySet keys;
    private final InstantSource clock;

    public ClientCertificates(CertificateIssuers issuers, ClientKeySet keys, InstantSource clock) {
        this.issuers = issuers;
        this.keys = keys;
        this.clock = clock;
    }

    /// Asking may mean a call to the client's `jwks_uri`.
    ///
    /// @param shown of whom the caller has proved to hold the key, his own first; may be none
    boolean prove(Client client, List<X509Certificate> shown) {
        if (shown.isEmpty()) return false;
        return switch (client.profile().authentication()) {
            case TLS_CLIENT_AUTH -> isIssuedFor(client, shown);
            case SELF_SIGNED_TLS_CLIENT_AUTH -> isRegistered(client, shown.getFirst());
            default -> false;
        };
    }

    /// §2.1: an issuer whom we trust says that this is the client's name.
    private boolean isIssuedFor(Client client, List<X509Certificate> shown) {
        var names = client.profile().keys().certificateNames();
        return names.size() == 1
                && CertificateNames.isCalled(shown.getFirst(), names.getFirst())
                && issuers.standBehind(shown, clock.instant());
    }

    /// §2.2: whoever issued it, it is the one that the client has registered.
    private boolean isRegistered(Client client, X509Certificate own) {
        return CertificateIssuers.isGood(own, clock.instant()) && keys.holds(client, own);
    }
}
