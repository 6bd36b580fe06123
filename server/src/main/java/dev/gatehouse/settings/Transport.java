package dev.gatehouse.settings;

import dev.gatehouse.web.tls.TlsFiles;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How callers come to us, and how their certificates do.
///
/// @param tls certificate and key of our own; empty: plain HTTP, behind somebody who speaks TLS
/// @param certificatePort where callers are asked for a certificate; may be the only port
/// @param certificateHeader in which trusted proxies write the certificate of a caller
/// @param certificateIssuers whose certificates count for clients of `tls_client_auth`
public record Transport(
        Optional<TlsFiles> tls,
        OptionalInt certificatePort,
        Optional<String> certificateHeader,
        List<X509Certificate> certificateIssuers) {

    public Transport {
        certificateIssuers = List.copyOf(certificateIssuers);
    }

    /// Whether callers can show a certificate at all.
    public boolean takesCertificates() {
        return certificatePort.isPresent() || certificateHeader.isPresent();
    }

    /// The file with the key of our certificate.
    public Optional<Path> key() {
        return tls.map(TlsFiles::key);
    }

    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
