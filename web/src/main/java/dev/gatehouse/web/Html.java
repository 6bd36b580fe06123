package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How pages go over the wire, and who wants one.
final class Html {
    static final String CONTENT_TYPE = "text/html; charset=utf-8";

    private Html() {}

    /// @param more headers besides those that the page brings
    static Reply reply(int status, Page page, List<HttpHeader> more) {
        var headers = new ArrayList<>(more);
        headers.addAll(page.headers());
        return new Reply(status, CONTENT_TYPE, page.render(), List.copyOf(headers));
    }

    /// Whether a person sits at the other end: browsers name HTML when they open a page, programs do not.
    static boolean isWantedBy(Request request) {
        return request.headers("Accept").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(range -> range.replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                .anyMatch(range -> range.split(";")[0].equals("text/html") && !range.matches(".*;q=0(\\.0*)?"));
    }
}
