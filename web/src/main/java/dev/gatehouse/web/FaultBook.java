package dev.gatehouse.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Turns an exception into an answer: a known one into its refusal, any other into a 500 that tells the caller
/// nothing but the request id.
record FaultBook(Map<Class<? extends Throwable>, Function<Throwable, Refusal>> known) {
    private static final System.Logger LOG = System.getLogger(FaultBook.class.getName());

    FaultBook {
        known = Map.copyOf(known);
    }

    Refusal refusalFor(Throwable thrown) {
        return lookUp(thrown).map(refusal -> refusal.apply(thrown)).orElseGet(() -> {
            LOG.log(System.Logger.Level.ERROR, "a request failed", thrown);
            return Refusal.of(Problems.INTERNAL, "The fault is ours and has been logged; tell us the request id.");
        });
    }

    /// The nearest class wins.
    private Optional<Function<Throwable, Refusal>> lookUp(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            var refusal = known.get(type);
            if (refusal != null) return Optional.of(refusal);
        }
        return Optional.empty();
    }
}
