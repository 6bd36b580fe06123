package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What a handler gives back: what was asked for, or a refusal. Both are values; an exception is for faults
/// only.
public sealed interface Answer<T> {
    /// The wish was granted. Without a status of its own the answer has the first one that its operation
    /// declares.
    record Granted<T>(OptionalInt status, Optional<T> body, List<HttpHeader> headers) implements Answer<T> {}

    /// What was asked for in another form than JSON, as the operation declares it by [Operation#answersAs].
    record Written<T>(String mediaType, String text, List<HttpHeader> headers) implements Answer<T> {}

    /// The answer piece by piece, in a form that the operation declares by [Operation#answersAs].
    record Streamed<T>(String mediaType, Consumer<Outlet> body, List<HttpHeader> headers) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /// What was sent is well formed, but the handler found faults in it that only it can judge: answered as
    /// 422 with the others.
    record Invalid<T>(List<Fault> faults) implements Answer<T> {
        public Invalid {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) throw new IllegalArgumentException("an invalid request has at least one fault");
        }
    }

    static <T> Answer<T> of(T body) {
        return new Granted<>(OptionalInt.empty(), Optional.of(body), List.of());
    }

    /// For an operation that declares more than one status.
    static <T> Answer<T> of(int status, T body) {
        return new Granted<>(OptionalInt.of(status), Optional.of(body), List.of());
    }

    /// The answer as text of a type of its own, such as a signed one.
    static <T> Answer<T> written(String mediaType, String text) {
        return new Written<>(mediaType, text, List.of());
    }

    /// The answer piece by piece, for as long as there is something to say: events, or a list that is too
    /// long to be held. It runs in the thread of the request, after the handler. What goes wrong in it can no
    /// more be told to the caller, who sees an answer that breaks off.
    ///
    /// A server that stops waits for it as for any request: it looks at [Outlet#isOpen] now and then.
    static <T> Answer<T> streamed(String mediaType, Consumer<Outlet> body) {
        return new Streamed<>(mediaType, body, List.of());
    }

    /// 201 with the new thing and where it lives from now on, a path of this server.
    static <T> Answer<T> created(T body, String location) {
        return of(201, body).header("Location", location);
    }

    /// An HTML page; see [Page] for those that may reach further than this server.
    static <M> Answer<Page> page(Template<M> template, M model) {
        return of(Page.of(template, model));
    }

    /// For an operation that shows pages with several statuses.
    static <M> Answer<Page> page(int status, Template<M> template, M model) {
        return of(status, Page.of(template, model));
    }

    static <T> Answer<T> empty() {
        return new Granted<>(OptionalInt.empty(), Optional.empty(), List.of());
    }

    /// Without a body, for an operation that declares more than one status.
    static <T> Answer<T> empty(int status) {
        return new Granted<>(OptionalInt.of(status), Optional.empty(), List.of());
    }

    /// 303: the caller goes on to that address by GET and takes nothing along. After a form with credentials
    /// nothing else is safe: 307 and 308 would send the form again, to somebody else.
    ///
    /// @param location absolute, or a path of this server
    /// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.12 RFC 9700 §4.12
    static <T> Answer<T> redirect(URI location) {
        return Answer.<T>empty(Redirect.STATUS).header("Location", location.toASCIIString());
    }

    /// @param detail what this caller should know and do; it is printed
    static <T> Answer<T> refused(ProblemType type, String detail) {
        return new Refused<>(Refusal.of(type, detail));
    }

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /// @param faults every one, so that the caller can mend all at once
    static <T> Answer<T> invalid(List<Fault> faults) {
        return new Invalid<>(faults);
    }

    default Answer<T> header(String name, String value) {
        return header(new HttpHeader(name, value));
    }

    /// For a header that something else made: a [Cookie].
    default Answer<T> header(HttpHeader header) {
        return switch (this) {
            case Granted<T>(var status, var body, var headers) -> new Granted<>(status, body, with(headers, header));
            case Written<T>(var mediaType, var text, var headers) ->
                new Written<>(mediaType, text, with(headers, header));
            case Streamed<T>(var mediaType, var body, var headers) ->
                new Streamed<>(mediaType, body, with(headers, header));
            case Refused<T>(var refusal) -> new Refused<>(refusal.header(header));
            case Invalid<T> invalid -> invalid;
        };
    }

    private static List<HttpHeader> with(List<HttpHeader> headers, HttpHeader another) {
        var more = new ArrayList<>(headers);
        more.add(another);
        return List.copyOf(more);
    }
}
