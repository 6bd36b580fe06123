package dev.gatehouse.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// Where the server stands and who stands before it: its public URL, and the proxies whose word counts.
final class Origin {
    private final TrustedProxies proxies;
    private final CallerCertificate callerCertificate;
    private final boolean isGiven;
    private final String scheme;
    private volatile String publicUrl;

    /// @param publicUrl empty for "the address it listens on", which is known when it does
    /// @param isSecure whether we speak TLS ourselves
    Origin(Optional<URI> publicUrl, boolean isSecure, TrustedProxies proxies, CallerCertificate callerCertificate) {
        this.scheme = isSecure ? "https" : "http";
        this.publicUrl =
                publicUrl.map(url -> url.toString().replaceAll("/+$", "")).orElse(scheme + "://localhost");
        this.isGiven = publicUrl.isPresent();
        this.proxies = proxies;
        this.callerCertificate = callerCertificate;
    }

    void listensOn(String host, int port) {
        if (isGiven) return;
        // Every address of this machine is no address to go to.
        var name = host.equals("0.0.0.0") || host.equals("::")
                ? "localhost"
                : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        publicUrl = scheme + "://" + name + ":" + port;
    }

    String url() {
        return publicUrl;
    }

    String url(String path) {
        if (!path.startsWith("/")) throw new IllegalArgumentException("a path of this server begins with '/': " + path);
        return publicUrl + path;
    }

    boolean isHttps() {
        return publicUrl.startsWith("https:");
    }

    List<X509Certificate> certificates(ServerRequest http, Request request) {
        return callerCertificate.of(http, request);
    }

    InetAddress remoteAddress(ServerRequest request) {
        var peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        if (!proxies.trust(peer)) return peer;
        var forwarded = request.headers().all(HeaderNames.FORWARDED, List::of);
        if (!forwarded.isEmpty()) return proxies.clientBehind(peer, ForwardedHeader.addresses(forwarded));
        return proxies.clientBehind(
                peer, ForwardedHeader.plainAddresses(request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of)));
    }
}
