package dev.gatehouse.openfga;

import java.util.function.Function;

/// What became of a wish.
///
/// @param <T> what was wished for
sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> failed(FailureCode code, String message) {
        return new Failed<>(new Failure(code, message));
    }

    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }

    default <U> Outcome<U> map(Function<T, U> change) {
        return then(value -> done(change.apply(value)));
    }
}
