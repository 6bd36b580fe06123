package dev.gatehouse.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import java.util.ArrayList;
import java.util.List;

/// What every answer carries, whatever it is.
///
/// @spec https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers OWASP
/// REST security headers
final class SecurityHeaders {
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NOTHING_MAY_RUN =
            HeaderValues.createCached("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private final List<Header> always = new ArrayList<>();

    /// @param https whether callers come over HTTPS: only then may they be told to insist on it
    SecurityHeaders(boolean https) {
        always.add(HeaderValues.createCached("X-Content-Type-Options", "nosniff"));
        always.add(HeaderValues.createCached("Referrer-Policy", "no-referrer"));
        if (https) always.add(HeaderValues.createCached("Strict-Transport-Security", "max-age=31536000"));
    }

    void addTo(ServerResponseHeaders headers) {
        for (var header : always) headers.set(header);
        // A page brings a policy of its own and says how long it may be kept; JSON needs nothing and is never
        // kept.
        headers.setIfAbsent(NO_STORE);
        headers.setIfAbsent(NOTHING_MAY_RUN);
    }
}
