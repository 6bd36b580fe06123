package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Function.either;
import static dev.gatehouse.permissions.cel.Function.takes;

import dev.gatehouse.permissions.cel.Function.Call;
import dev.gatehouse.permissions.cel.Kind.Plain;
import dev.gatehouse.permissions.cel.Value.Address;
import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions that have names.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#functions CEL: Functions
final class Library {

    private static final Function.Signature TWO_TEXTS = either(takes(Plain.BOOL, Plain.STRING, Plain.STRING));

    private static final Map<String, Function> FUNCTIONS = Stream.of(
                    containers(), texts(), conversions(), addresses(), Accessors.all())
            .flatMap(all -> all)
            .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private Library() {}

    static Optional<Function> find(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    private static Stream<Function> containers() {
        var signature = either(
                takes(Plain.INT, Plain.STRING),
                takes(Plain.INT, new Kind.Sequence(Plain.ANY)),
                takes(Plain.INT, new Kind.Mapping(Plain.ANY, Plain.ANY)));
        return Stream.of(new Function("size", Call.BOTH, signature, Containers::size));
    }

    private static Stream<Function> texts() {
        return Stream.of(
                about("contains", String::contains),
                about("startsWith", String::startsWith),
                about("endsWith", String::endsWith),
                new Function("matches", Call.BOTH, TWO_TEXTS, Library::matches));
    }

    private static Function about(String name, BiPredicate<String, String> holds) {
        return new Function(name, Call.MEMBER, TWO_TEXTS, (values, cost) -> {
            if (!(values[0] instanceof Text(var text) && values[1] instanceof Text(var part))) return Function.MISFIT;
            cost.payText((long) text.length() + part.length());
            return Bool.of(holds.test(text, part));
        });
    }

    private static Value matches(Value[] values, Cost cost) {
        if (!(values[0] instanceof Text(var text) && values[1] instanceof Text(var pattern))) return Function.MISFIT;
        cost.pay(pattern.length());
        return switch (Regex.read(pattern)) {
            case Regex.Reading.Read(var regex) -> regex.isFoundIn(text, cost);
            case Regex.Reading.Refused(var why) -> new Failure(why);
        };
    }

    private static Stream<Function> conversions() {
        return Stream.of(
                to("bool", Plain.BOOL, Conversions::bool, Plain.BOOL, Plain.STRING),
                to(
                        "int",
                        Plain.INT,
                        Conversions::whole,
                        Plain.INT,
                        Plain.UINT,
                        Plain.DOUBLE,
                        Plain.STRING,
                        Plain.TIMESTAMP,
                        Plain.DURATION),
                to("uint", Plain.UINT, Conversions::unsigned, Plain.INT, Plain.UINT, Plain.DOUBLE, Plain.STRING),
                to("double", Plain.DOUBLE, Conversions::real, Plain.INT, Plain.UINT, Plain.DOUBLE, Plain.STRING),
                to(
                        "string",
                        Plain.STRING,
                        Conversions::text,
                        Plain.STRING,
                        Plain.BOOL,
                        Plain.INT,
                        Plain.UINT,
                        Plain.DOUBLE,
                        Plain.TIMESTAMP,
                        Plain.DURATION),
                to("duration", Plain.DURATION, Conversions::span, Plain.DURATION, Plain.STRING, Plain.INT),
                to("timestamp", Plain.TIMESTAMP, Conversions::moment, Plain.TIMESTAMP, Plain.STRING, Plain.INT),
                to("dyn", Plain.ANY, value -> value, Plain.ANY),
                to("type", Plain.TYPE, value -> new Value.TypeName(value.kind()), Plain.ANY));
    }

    private static Function to(String name, Plain result, UnaryOperator<Value> convert, Plain... from) {
        var overloads = Arrays.stream(from).map(kind -> takes(result, kind)).toArray(Function.Overload[]::new);
        return new Function(name, Call.GLOBAL, either(overloads), (values, _) -> convert.apply(values[0]));
    }

    private static Stream<Function> addresses() {
        return Stream.of(
                to("ipaddress", Plain.IPADDRESS, Conversions::address, Plain.STRING),
                new Function(
                        "in_cidr",
                        Call.MEMBER,
                        either(takes(Plain.BOOL, Plain.IPADDRESS, Plain.STRING)),
                        (values, _) -> isIn(values[0], values[1])));
    }

    private static Value isIn(Value value, Value range) {
        if (!(value instanceof Address(var address) && range instanceof Text(var text))) return Function.MISFIT;
        return Network.parse(text)
                .<Value>map(network -> Bool.of(network.contains(address)))
                .orElseGet(() -> notRange(text));
    }

    static Failure notRange(String text) {
        return new Failure("\"" + (text.length() > 100 ? text.substring(0, 100) + "…" : text)
                + "\" is not a range of addresses such as 10.0.0.0/8");
    }
}
