package dev.gatehouse.permissions.cel;

import java.util.Locale;
import java.util.Optional;

/// What is known of a value before there is one.
///
/// More than a parameter may be: there are also `null`, the types themselves, and maps by other keys than
/// strings.
sealed interface Kind {

    enum Plain implements Kind {
        BOOL,
        STRING,
        INT,
        UINT,
        DOUBLE,
        DURATION,
        TIMESTAMP,
        IPADDRESS,
        NULL,
        TYPE,
        /// Only the evaluation will tell, so it passes everywhere.
        ANY,
        /// What an empty list holds: it goes along with every kind.
        NOTHING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Sequence(Kind element) implements Kind {

        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    record Mapping(Kind key, Kind value) implements Kind {

        @Override
        public String toString() {
            return "map<" + (key == Plain.STRING ? "" : key + ", ") + value + ">";
        }
    }

    static Kind of(CelType type) {
        return switch (type) {
            case CelType.Simple simple -> Plain.valueOf(simple.name());
            case CelType.ListOf(var element) -> new Sequence(of(element));
            case CelType.MapOf(var value) -> new Mapping(Plain.STRING, of(value));
        };
    }

    /// Whether nothing is known that a fault could rest upon.
    default boolean isOpen() {
        return this == Plain.ANY || this == Plain.NOTHING;
    }

    /// Whether a value of the other kind may stand where this is asked for.
    default boolean accepts(Kind other) {
        return join(other).isPresent();
    }

    /// What two values are that may stand for one another.
    ///
    /// @return nothing if one can never be like the other
    default Optional<Kind> join(Kind other) {
        if (equals(other) || other == Plain.NOTHING) return Optional.of(this);
        if (this == Plain.NOTHING) return Optional.of(other);
        if (isOpen() || other.isOpen()) return Optional.of(Plain.ANY);
        if (other == Plain.NULL && mayBeNull()) return Optional.of(this);
        if (this == Plain.NULL && other.mayBeNull()) return Optional.of(other);
        return switch (this) {
            case Sequence(var mine)
            when other instanceof Sequence(var theirs) -> mine.join(theirs).map(Sequence::new);
            case Mapping(var key, var value)
            when other instanceof Mapping(var otherKey, var otherValue) ->
                key.join(otherKey).flatMap(keys -> value.join(otherValue).map(values -> new Mapping(keys, values)));
            case Plain _, Sequence _, Mapping _ -> Optional.empty();
        };
    }

    private boolean mayBeNull() {
        return this == Plain.DURATION || this == Plain.TIMESTAMP || this == Plain.IPADDRESS;
    }
}
