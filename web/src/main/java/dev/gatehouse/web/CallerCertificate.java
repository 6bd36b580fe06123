package dev.gatehouse.web;

import dev.gatehouse.web.tls.CertificateHeader;
import io.helidon.webserver.http.ServerRequest;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the certificate of a caller comes from: the handshake with himself, or the header of a trusted proxy that
/// shook hands with him. A proxy's own certificate is never its callers'.
///
/// @param header as the proxies call it; empty: none is believed
record CallerCertificate(TrustedProxies proxies, Optional<String> header) {

    private static final System.Logger LOG = System.getLogger(CallerCertificate.class.getName());

    private static final String STANDARD = "Client-Cert";
    private static final String STANDARD_CHAIN = "Client-Cert-Chain";

    /// @return the caller's own first; empty when he showed none
    List<X509Certificate> of(ServerRequest http, Request request) {
        var peer = ((InetSocketAddress) http.remotePeer().address()).getAddress();
        if (!proxies.trust(peer))
            return http.remotePeer()
                    .tlsCertificates()
                    .map(CallerCertificate::chain)
                    .orElse(List.of());
        return header.map(name -> written(name, request)).orElse(List.of());
    }

    private static List<X509Certificate> chain(java.security.cert.Certificate[] shown) {
        return Arrays.stream(shown).map(X509Certificate.class::cast).toList();
    }

    private static List<X509Certificate> written(String name, Request request) {
        var values = request.headers(name);
        // Behind a proxy that sets the header for everybody it is empty for who has none.
        if (values.isEmpty() || values.size() == 1 && values.getFirst().isBlank()) return List.of();
        try {
            if (values.size() > 1)
                throw new IllegalArgumentException("it stands there twice: let the proxy replace it");
            var certificates = new ArrayList<>(CertificateHeader.read(values.getFirst()));
            if (name.equalsIgnoreCase(STANDARD))
                request.header(STANDARD_CHAIN).map(CertificateHeader::readChain).ifPresent(certificates::addAll);
            return List.copyOf(certificates);
        } catch (IllegalArgumentException fault) {
            LOG.log(Level.WARNING, "the header {0} of a trusted proxy is passed over: {1}", name, fault.getMessage());
            return List.of();
        }
    }
}
