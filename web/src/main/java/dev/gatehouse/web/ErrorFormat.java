package dev.gatehouse.web;

import java.util.function.BiFunction;
import java.util.function.Function;

/// How an operation says no: whatever refuses a request, from a broken body to a fault of ours, is written so.
///
/// Most operations answer problems (RFC 9457). Where a specification has words of its own, a format is made
/// for it, and the API documents show what that format makes of each refusal.
public sealed interface ErrorFormat {
    /// `application/problem+json`, RFC 9457.
    ErrorFormat PROBLEM = new ProblemFormat();

    record ProblemFormat() implements ErrorFormat {}

    /// A record of one's own, as JSON.
    record JsonFormat<E>(Class<E> record, Function<Denial, ErrorAnswer<E>> write) implements ErrorFormat {}

    /// A page for people; programs get a problem all the same.
    record PageFormat(BiFunction<Request, ErrorPage, Page> write) implements ErrorFormat {}

    /// For operations that browsers open: a page, in the person's language, when the request asks for HTML.
    static ErrorFormat page(BiFunction<Request, ErrorPage, Page> write) {
        return new PageFormat(write);
    }

    /// @param record what goes out, a record as an operation answers it
    /// @param write what a denial becomes; it knows no request, so that the API documents can ask it for
    /// examples. Headers of the refusal (`WWW-Authenticate`, `Retry-After`) go out by themselves
    static <E> ErrorFormat json(Class<E> record, Function<Denial, ErrorAnswer<E>> write) {
        return new JsonFormat<>(record, write);
    }
}
