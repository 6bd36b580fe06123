package dev.gatehouse.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Stands before an operation and says who the caller is, or refuses. It runs before the body is read, so that
/// a stranger can make the server parse nothing.
///
/// @param <W> who, as the handler learns it from [Call#who()]
public final class Guard<W> {
    private final SecurityScheme scheme;
    private final List<ProblemType> refuses;
    private final Function<Request, Admission<W>> verdict;

    private Guard(SecurityScheme scheme, List<ProblemType> refuses, Function<Request, Admission<W>> verdict) {
        this.scheme = scheme;
        this.refuses = refuses;
        this.verdict = verdict;
    }

    /// @param refuses every kind of refusal that the verdict may bring; they go into the API documents
    public static <W> Guard<W> of(
            SecurityScheme scheme, Function<Request, Admission<W>> verdict, ProblemType... refuses) {
        return new Guard<>(scheme, List.of(refuses), verdict);
    }

    /// A stricter guard: whoever this one admits is asked further, `administrator = signedIn.then(…)`.
    public <V> Guard<V> then(Function<W, Admission<V>> further, ProblemType... alsoRefuses) {
        var all = Stream.concat(refuses.stream(), Stream.of(alsoRefuses))
                .distinct()
                .toList();
        return new Guard<>(scheme, all, request -> switch (verdict.apply(request)) {
            case Admission.Admitted<W>(var who) -> further.apply(who);
            case Admission.Refused<W>(var refusal) -> new Admission.Refused<>(refusal);
        });
    }

    Admission<W> admit(Request request) {
        return switch (verdict.apply(request)) {
            case Admission.Refused<W>(var refusal)
            when refusal.type().status() == 401 && !refusal.hasHeader("WWW-Authenticate") ->
                // RFC 9110 §11.6.1: a 401 without a challenge tells the caller nothing about how to do better.
                new Admission.Refused<>(refusal.header("WWW-Authenticate", scheme.challenge()));
            case Admission<W> admission -> admission;
        };
    }

    SecurityScheme scheme() {
        return scheme;
    }

    List<ProblemType> refuses() {
        return refuses;
    }
}
