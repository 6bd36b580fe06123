package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which other sites' scripts may call an operation and read what it answers. They bring what proves who they
/// are themselves; cookies are never taken from them.
///
/// @spec https://fetch.spec.whatwg.org/#http-cors-protocol Fetch §3.3
public final class Cors {
    private static final HttpHeader KEEP_TWO_HOURS = new HttpHeader("Access-Control-Max-Age", "7200");
    private static final HttpHeader VARY = new HttpHeader("Vary", "Origin");

    private final Optional<Predicate<String>> origins;
    private final List<String> requestHeaders;
    private final List<String> answerHeaders;

    private Cors(Optional<Predicate<String>> origins, List<String> requestHeaders, List<String> answerHeaders) {
        this.origins = origins;
        this.requestHeaders = requestHeaders;
        this.answerHeaders = answerHeaders;
    }

    /// Every site: for what is public, or asks for a credential that no browser adds by itself.
    public static Cors anyOrigin() {
        return of(Optional.empty());
    }

    /// These sites only, `https://app.example.com`.
    public static Cors origins(Set<String> allowed) {
        return of(Optional.of(Set.copyOf(allowed)::contains));
    }

    /// The sites for which that holds when they call.
    public static Cors originsThat(Predicate<String> allowed) {
        return of(Optional.of(allowed));
    }

    private static Cors of(Optional<Predicate<String>> origins) {
        return new Cors(
                origins,
                List.of("Authorization", "Content-Type", "X-Request-Id"),
                List.of("WWW-Authenticate", "Retry-After", "X-Request-Id"));
    }

    /// Further headers that scripts may send.
    public Cors taking(String... headers) {
        return new Cors(origins, plus(requestHeaders, headers), answerHeaders);
    }

    /// Further headers that scripts may read.
    public Cors showing(String... headers) {
        return new Cors(origins, requestHeaders, plus(answerHeaders, headers));
    }

    private static List<String> plus(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /// What an answer carries, good or bad.
    List<HttpHeader> answering(Request request) {
        var headers = new ArrayList<HttpHeader>();
        allowed(request).ifPresent(origin -> {
            headers.add(new HttpHeader("Access-Control-Allow-Origin", origin));
            headers.add(new HttpHeader("Access-Control-Expose-Headers", String.join(", ", answerHeaders)));
        });
        if (origins.isPresent()) headers.add(VARY);
        return headers;
    }

    /// What the answer to a preflight says, before a script may send its request.
    List<HttpHeader> preflight(Request request, String method) {
        var headers = new ArrayList<HttpHeader>();
        allowed(request).ifPresent(origin -> {
            headers.add(new HttpHeader("Access-Control-Allow-Origin", origin));
            headers.add(new HttpHeader("Access-Control-Allow-Methods", method));
            headers.add(new HttpHeader("Access-Control-Allow-Headers", String.join(", ", requestHeaders)));
            headers.add(KEEP_TWO_HOURS);
        });
        if (origins.isPresent()) headers.add(VARY);
        return headers;
    }

    private Optional<String> allowed(Request request) {
        // Said to everybody, since a shared cache keeps one answer for all.
        return origins.isEmpty() ? Optional.of("*") : request.header("Origin").filter(origins.get());
    }
}
