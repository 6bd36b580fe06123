package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An answer as it goes out.
///
/// @param contentType empty when there is no body
/// @param stream writes the body piece by piece; `body` is empty then
record Reply(int status, String contentType, byte[] body, List<HttpHeader> headers, Optional<Consumer<Outlet>> stream) {
    private static final byte[] NOTHING = {};

    Reply(int status, String contentType, byte[] body, List<HttpHeader> headers) {
        this(status, contentType, body, headers, Optional.empty());
    }

    static Reply streamed(int status, String contentType, List<HttpHeader> headers, Consumer<Outlet> stream) {
        return new Reply(status, contentType, NOTHING, headers, Optional.of(stream));
    }

    static Reply of(int status, String contentType, byte[] body, HttpHeader... headers) {
        return new Reply(status, contentType, body, List.of(headers));
    }

    static Reply empty(int status, List<HttpHeader> headers) {
        return new Reply(status, "", NOTHING, headers);
    }

    Reply with(List<HttpHeader> more) {
        var all = new ArrayList<>(headers);
        all.addAll(more);
        return new Reply(status, contentType, body, all, stream);
    }
}
