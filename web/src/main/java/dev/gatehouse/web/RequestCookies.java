package dev.gatehouse.web;

import java.util.List;
import java.util.Optional;

/// Reads `Cookie` headers. What is no pair is passed over: browsers send along whatever others left there.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6265#section-5.4 RFC 6265 §5.4
final class RequestCookies {
    private RequestCookies() {}

    /// The value, when that name stands there once.
    static Optional<String> only(String name, List<String> headers) {
        Optional<String> found = Optional.empty();
        for (var header : headers) {
            for (int start = 0; start < header.length(); ) {
                int end = header.indexOf(';', start);
                if (end < 0) end = header.length();
                int equals = header.indexOf('=', start);
                if (equals > start
                        && equals < end
                        && header.substring(start, equals).strip().equals(name)) {
                    if (found.isPresent()) return Optional.empty();
                    found = Optional.of(header.substring(equals + 1, end).strip());
                }
                start = end + 1;
            }
        }
        return found;
    }
}
