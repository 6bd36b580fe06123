package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.List;

/// What an [ErrorFormat] makes of a denial.
///
/// @param status 400 to 599; it need not be the refusal's own
public record ErrorAnswer<E>(int status, E body, List<HttpHeader> headers) {
    public ErrorAnswer {
        if (status < 400 || status > 599)
            throw new IllegalArgumentException("an error is answered 400 to 599, not " + status);
        headers = List.copyOf(headers);
    }

    public static <E> ErrorAnswer<E> of(int status, E body) {
        return new ErrorAnswer<>(status, body, List.of());
    }

    public ErrorAnswer<E> header(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new HttpHeader(name, value));
        return new ErrorAnswer<>(status, body, more);
    }
}
