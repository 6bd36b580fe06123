package dev.gatehouse.mapper;

import java.util.Optional;

/// A column with a direction, as `order by` and an index want it. A bare column is ascending.
public sealed interface Ordered permits Column, Ordered.By {
    /// The column to order by.
    Column<?> column();

    /// Whether the greatest comes first.
    boolean isDescending();

    /// The same with its direction spelled out.
    default By<?> by() {
        return this instanceof By<?> by ? by : new By<>(column(), isDescending());
    }

    /// A column and its direction.
    record By<T>(Column<T> column, boolean isDescending) implements Ordered {
        /// For [Select#keyset]: what comes after the row that holds this value, or from the start if there is
        /// none.
        public After<T> after(Optional<T> last) {
            return new After<>(this, last);
        }

        /// For [Select#keyset]: what comes after the row that holds this value.
        public After<T> after(T last) {
            return new After<>(this, Optional.of(last));
        }
    }

    /// One column of a keyset: how it is ordered, and its value in the last row seen.
    record After<T>(By<T> order, Optional<T> last) {}
}
