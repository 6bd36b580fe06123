package dev.gatehouse.web.shape;

import java.util.Optional;
import java.util.function.Function;

/// One member of a PATCH: leave it as it is, or set it.
///
/// `Change<String>` refuses `null`; `Change<Optional<String>>` takes `null` to clear: then it is
/// `Set(Optional.empty())`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7396#section-2 RFC 7396 §2
public sealed interface Change<T> {
    /// The caller did not name the member.
    record Keep<T>() implements Change<T> {}

    /// The caller wants this value.
    record Set<T>(T value) implements Change<T> {}

    static <T> Change<T> keep() {
        return new Keep<>();
    }

    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /// The new value, or the one that stands today.
    default T over(T current) {
        return switch (this) {
            case Keep<T> _ -> current;
            case Set<T>(var value) -> value;
        };
    }

    default boolean isSet() {
        return this instanceof Set;
    }

    /// The new value when there is one; empty when the caller keeps the old.
    default Optional<T> asOptional() {
        return switch (this) {
            case Keep<T> _ -> Optional.empty();
            case Set<T>(var value) -> Optional.of(value);
        };
    }

    default <R> Change<R> map(Function<? super T, ? extends R> mapping) {
        return switch (this) {
            case Keep<T> _ -> new Keep<>();
            case Set<T>(var value) -> new Set<>(mapping.apply(value));
        };
    }
}
