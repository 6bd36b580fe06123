package dev.gatehouse.web;

import java.net.InetAddress;
import java.util.Optional;

/// One call of an operation, parsed and checked: what a handler is given.
///
/// @param <P> the record of query and path parameters, or [None]
/// @param <B> the record of the body, or [None]
/// @param <W> who is calling, as the operation's guard found, or [None]
/// @param request the HTTP request around it, for the few handlers that need more
public record Call<P, B, W>(P parameters, B body, W who, Request request) {

    public String requestId() {
        return request.id();
    }

    /// Who is on the other end of the wire: the peer, or what a trusted proxy says about its own peer.
    public InetAddress remoteAddress() {
        return request.remoteAddress();
    }

    public Optional<String> userAgent() {
        return request.userAgent();
    }

    public Optional<String> header(String name) {
        return request.header(name);
    }

    /// What stands behind a scheme in the header `Authorization`, [Request#credentials].
    public Optional<String> credentials(String scheme) {
        return request.credentials(scheme);
    }

    public Optional<String> cookie(String name) {
        return request.cookie(name);
    }

    /// An absolute URL of this server, from the public URL it was given: never from what the caller claims in
    /// `Host`.
    public String url(String path) {
        return request.url(path);
    }
}
