package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.List;

/// An answer as it goes out.
///
/// @param contentType empty when there is no body
record Reply(int status, String contentType, byte[] body, List<HttpHeader> headers) {
    private static final byte[] NOTHING = {};

    static Reply of(int status, String contentType, byte[] body, HttpHeader... headers) {
        return new Reply(status, contentType, body, List.of(headers));
    }

    static Reply empty(int status, List<HttpHeader> headers) {
        return new Reply(status, "", NOTHING, headers);
    }

    Reply with(List<HttpHeader> more) {
        var all = new ArrayList<>(headers);
        all.addAll(more);
        return new Reply(status, contentType, body, all);
    }
}
