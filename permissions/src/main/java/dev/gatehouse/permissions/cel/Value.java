package dev.gatehouse.permissions.cel;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What a part of an expression comes to.
sealed interface Value {

    /// Instead of a value: a part that cannot be had. Whatever needs it cannot be had either.
    sealed interface Trouble extends Value {}

    /// Parameters that were not given, by their places among the declared ones.
    record Unknown(BitSet parameters) implements Trouble {

        static Unknown of(int parameter) {
            var one = new BitSet();
            one.set(parameter);
            return new Unknown(one);
        }

        Unknown and(Unknown other) {
            if (parameters.equals(other.parameters)) return this;
            var both = (BitSet) parameters.clone();
            both.or(other.parameters);
            return new Unknown(both);
        }
    }

    record Failure(String why) implements Trouble {}

    enum Bool implements Value {
        FALSE,
        TRUE;

        static Bool of(boolean is) {
            return is ? TRUE : FALSE;
        }
    }

    enum Null implements Value {
        NULL
    }

    record Int(long number) implements Value {}

    /// @param bits read as a number without a sign
    record UInt(long bits) implements Value {}

    record Real(double number) implements Value {}

    record Text(String text) implements Value {}

    /// @param length fits into 64 bits of nanoseconds: 292 years to either side
    record Span(Duration length) implements Value {}

    /// @param moment within the years 1 to 9999
    record Moment(Instant moment) implements Value {}

    record Address(IpAddress address) implements Value {}

    record Sequence(List<Value> elements) implements Value {}

    /// @param entries by texts, truths and whole numbers; equal numbers of either kind are one key
    record Mapping(Map<Value, Value> entries) implements Value {}

    /// The kind of a value, `type(1)`.
    record TypeName(String name) implements Value {}

    /// As faults and `type()` call it.
    default String kind() {
        return switch (this) {
            case Bool _ -> "bool";
            case Null _ -> "null_type";
            case Int _ -> "int";
            case UInt _ -> "uint";
            case Real _ -> "double";
            case Text _ -> "string";
            case Span _ -> "google.protobuf.Duration";
            case Moment _ -> "google.protobuf.Timestamp";
            case Address _ -> "IPAddress";
            case Sequence _ -> "list";
            case Mapping _ -> "map";
            case TypeName _ -> "type";
            case Trouble _ -> "error";
        };
    }
}
