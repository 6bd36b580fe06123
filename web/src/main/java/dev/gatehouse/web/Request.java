package dev.gatehouse.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// The HTTP request as guards and handlers may see it: no body, no promise that is not kept by the wire.
public final class Request {
    private final ServerRequest http;
    private final String id;
    private final Origin origin;

    Request(ServerRequest http, String id, Origin origin) {
        this.http = http;
        this.id = id;
        this.origin = origin;
    }

    public String id() {
        return id;
    }

    public String method() {
        return http.prologue().method().text();
    }

    /// The path as it came, still percent-encoded, without the query.
    public String path() {
        return http.prologue().uriPath().rawPath();
    }

    /// The header when it came exactly once; several of one name are joined by `, ` as RFC 9110 §5.3 has it.
    public Optional<String> header(String name) {
        var all = headers(name);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.size() == 1 ? all.getFirst() : String.join(", ", all));
    }

    /// What stands behind a scheme in the header `Authorization`, whatever case the scheme is written in.
    ///
    /// @param scheme `Bearer`
    /// @return empty if there is no such header, or one of another scheme
    /// @spec https://www.rfc-editor.org/rfc/rfc9110#section-11.4 RFC 9110 §11.4
    public Optional<String> credentials(String scheme) {
        var start = scheme + " ";
        return header("Authorization")
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()).strip());
    }

    public List<String> headers(String name) {
        return http.headers().all(HeaderNames.create(name), List::of);
    }

    /// The cookie of that name as the browser sent it; nothing when it sent two. What this server sets itself
    /// is read by [Cookie#of(Request)].
    public Optional<String> cookie(String name) {
        return RequestCookies.only(name, http.headers().all(HeaderNames.COOKIE, List::of));
    }

    public Optional<String> userAgent() {
        return http.headers().value(HeaderNames.USER_AGENT);
    }

    /// Who is on the other end: the peer, or what a trusted proxy says of its own peer.
    public InetAddress remoteAddress() {
        return origin.remoteAddress(http);
    }

    /// The certificate by which the caller is known, its own first and those that lead to a root after it; empty when
    /// there is none. That the caller holds its key is proved; who issued it, and whether it is still good, is not.
    ///
    /// It comes from the handshake with the caller, or from the header of a trusted proxy
    /// ([ServerBuilder#certificateHeader(String)]).
    public List<X509Certificate> certificates() {
        return origin.certificates(http, this);
    }

    /// An absolute URL of this server: `url("/v1/accounts/7")`.
    public String url(String path) {
        return origin.url(path);
    }
}
