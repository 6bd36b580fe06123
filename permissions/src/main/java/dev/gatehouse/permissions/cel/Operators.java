package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Function.either;
import static dev.gatehouse.permissions.cel.Function.takes;

import dev.gatehouse.permissions.cel.Function.Body;
import dev.gatehouse.permissions.cel.Function.Overload;
import dev.gatehouse.permissions.cel.Function.Signature;
import dev.gatehouse.permissions.cel.Kind.Plain;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// The symbols between values, and what each of them takes.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions CEL:
///     definitions
final class Operators {

    private static final String NEGATE = "-x";

    private static final Signature SUMS = either(Stream.concat(
                    Stream.of(alike(2, Plain.INT, Plain.UINT, Plain.DOUBLE, Plain.STRING, Plain.DURATION)),
                    Stream.of(
                            takes(Plain.TIMESTAMP, Plain.TIMESTAMP, Plain.DURATION),
                            takes(Plain.TIMESTAMP, Plain.DURATION, Plain.TIMESTAMP)))
            .toArray(Overload[]::new));

    private static final Map<String, Function> OPERATORS = new HashMap<>();

    static {
        add("!", either(takes(Plain.BOOL, Plain.BOOL)), (values, _) -> Arithmetic.not(values[0]));
        add("-", NEGATE, either(alike(1, Plain.INT, Plain.DOUBLE)), (values, _) -> Arithmetic.negate(values[0]));
        add("+", Operators::sum, Arithmetic::plus);
        add("-", either(differences()), (values, _) -> Arithmetic.minus(values[0], values[1]));
        add("*", numbers(), (values, _) -> Arithmetic.times(values[0], values[1]));
        add("/", numbers(), (values, _) -> Arithmetic.divide(values[0], values[1]));
        add("%", either(alike(2, Plain.INT, Plain.UINT)), (values, _) -> Arithmetic.remainder(values[0], values[1]));
        add("==", Operators::equal, (values, cost) -> Value.Bool.of(Equality.equal(values[0], values[1], cost)));
        add("!=", Operators::equal, (values, cost) -> Value.Bool.of(!Equality.equal(values[0], values[1], cost)));
        add("<", ordered(), comparing(order -> order < 0));
        add("<=", ordered(), comparing(order -> order <= 0));
        add(">", ordered(), comparing(order -> order > 0));
        add(">=", ordered(), comparing(order -> order >= 0));
        add("in", Operators::membership, Containers::contains);
        add("[]", Operators::element, (values, _) -> Containers.at(values[0], values[1]));
    }

    private Operators() {}

    static Function called(String symbol, int operands) {
        return OPERATORS.get(symbol.equals("-") && operands == 1 ? NEGATE : symbol);
    }

    private static void add(String symbol, Signature signature, Body body) {
        add(symbol, symbol, signature, body);
    }

    private static void add(String symbol, String key, Signature signature, Body body) {
        OPERATORS.put(key, new Function(symbol, Function.Call.OPERATOR, signature, body));
    }

    private static Overload[] alike(int operands, Plain... kinds) {
        return Stream.of(kinds)
                .map(kind -> new Overload(Collections.nCopies(operands, kind), kind))
                .toArray(Overload[]::new);
    }

    private static Signature numbers() {
        return either(alike(2, Plain.INT, Plain.UINT, Plain.DOUBLE));
    }

    private static Overload[] differences() {
        return Stream.concat(
                        Stream.of(alike(2, Plain.INT, Plain.UINT, Plain.DOUBLE, Plain.DURATION)),
                        Stream.of(
                                takes(Plain.DURATION, Plain.TIMESTAMP, Plain.TIMESTAMP),
                                takes(Plain.TIMESTAMP, Plain.TIMESTAMP, Plain.DURATION)))
                .toArray(Overload[]::new);
    }

    private static Optional<Kind> sum(List<Kind> kinds) {
        var lists = kinds.stream().anyMatch(Kind.Sequence.class::isInstance);
        return lists ? kinds.getFirst().join(kinds.getLast()) : SUMS.result(kinds);
    }

    private static Signature ordered() {
        var table = Stream.of(
                        Plain.BOOL, Plain.INT, Plain.UINT, Plain.DOUBLE, Plain.STRING, Plain.TIMESTAMP, Plain.DURATION)
                .map(kind -> takes(Plain.BOOL, kind, kind))
                .toArray(Overload[]::new);
        return either(table);
    }

    private static Body comparing(IntPredicate holds) {
        return (values, cost) -> {
            var order = Ordering.compare(values[0], values[1], cost);
            if (order == Ordering.STRANGERS) return Function.MISFIT;
            return Value.Bool.of(order != Ordering.UNORDERED && holds.test(order));
        };
    }

    private static Optional<Kind> equal(List<Kind> kinds) {
        return kinds.getFirst().join(kinds.getLast()).map(_ -> Plain.BOOL);
    }

    private static Optional<Kind> membership(List<Kind> kinds) {
        var one = kinds.getFirst();
        return switch (kinds.getLast()) {
            case Kind.Sequence(var element) -> element.join(one).map(_ -> Plain.BOOL);
            case Kind.Mapping(var key, var _) -> key.join(one).map(_ -> Plain.BOOL);
            case Plain other -> other.isOpen() ? Optional.of(Plain.BOOL) : Optional.empty();
        };
    }

    private static Optional<Kind> element(List<Kind> kinds) {
        var index = kinds.getLast();
        return switch (kinds.getFirst()) {
            case Kind.Sequence(var element) -> Plain.INT.join(index).map(_ -> element);
            case Kind.Mapping(var key, var value) -> key.join(index).map(_ -> value);
            case Plain other -> other.isOpen() ? Optional.of(Plain.ANY) : Optional.empty();
        };
    }
}
