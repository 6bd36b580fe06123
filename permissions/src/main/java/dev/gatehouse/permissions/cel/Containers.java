package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Mapping;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Sequence;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.UInt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Lists and maps: what they hold, and how much.
final class Containers {

    private Containers() {}

    static Value size(Value[] values, Cost cost) {
        return switch (values[0]) {
            case Text(var text) -> characters(text, cost);
            case Sequence(var elements) -> new Int(elements.size());
            case Mapping(var entries) -> new Int(entries.size());
            default -> Function.MISFIT;
        };
    }

    private static Value characters(String text, Cost cost) {
        cost.payText(text.length());
        return new Int(text.codePointCount(0, text.length()));
    }

    static Value contains(Value[] values, Cost cost) {
        return switch (values[1]) {
            case Sequence(var elements) -> Bool.of(anyEqual(elements, values[0], cost));
            case Mapping map -> Bool.of(find(map, values[0]).isPresent());
            default -> Function.MISFIT;
        };
    }

    private static boolean anyEqual(List<Value> elements, Value sought, Cost cost) {
        for (var element : elements) {
            cost.pay(1);
            if (cost.isSpent()) return false;
            if (Equality.equal(element, sought, cost)) return true;
        }
        return false;
    }

    static Value at(Value container, Value index) {
        return switch (container) {
            case Sequence(var elements) -> element(elements, index);
            case Mapping map -> find(map, index).orElseGet(() -> new Failure("there is no key " + shown(index)));
            default -> Function.MISFIT;
        };
    }

    private static Value element(List<Value> elements, Value index) {
        if (!(whole(index) instanceof Int(var place))) return Function.MISFIT;
        if (place >= 0 && place < elements.size()) return elements.get((int) place);
        return new Failure("there is no element " + place + " in a list of " + elements.size());
    }

    static Value select(Value container, Text field) {
        if (container instanceof Mapping(var entries)) {
            var value = entries.get(field);
            return value != null ? value : new Failure("there is no key " + shown(field));
        }
        return new Failure(container.kind() + " has no members, so no \"" + field.text() + "\"");
    }

    static Value has(Value container, Text field) {
        if (container instanceof Mapping(var entries)) return Bool.of(entries.containsKey(field));
        return new Failure(container.kind() + " has no members, so no \"" + field.text() + "\"");
    }

    static Optional<Value> find(Mapping map, Value key) {
        var number = whole(key);
        var value = map.entries().get(number);
        if (value == null && number instanceof Int(var same) && same >= 0)
            value = map.entries().get(new UInt(same));
        return Optional.ofNullable(value);
    }

    /// Builds a map from what was written.
    static Value map(List<Value> keys, List<Value> values) {
        var map = new Mapping(LinkedHashMap.newLinkedHashMap(keys.size()));
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            if (!(key instanceof Text || key instanceof Int || key instanceof UInt || key instanceof Bool))
                return new Failure("a key is a string, int, uint or bool, and this is " + key.kind());
            if (find(map, key).isPresent()) return new Failure("the key " + shown(key) + " stands twice in a map");
            map.entries().put(key, values.get(i));
        }
        return map;
    }

    /// Numbers that are equal are one key: the `int` if there is one.
    private static Value whole(Value number) {
        return switch (number) {
            case UInt(var bits) when bits >= 0 -> new Int(bits);
            case Real(var real) when real == Math.rint(real) && Math.abs(real) < 0x1p63 -> new Int((long) real);
            case Real(var real)
            when real == Math.rint(real) && real >= 0x1p63 && real < 0x1p64 ->
                new UInt((long) (real - 0x1p63) | Long.MIN_VALUE);
            default -> number;
        };
    }

    private static String shown(Value key) {
        return switch (key) {
            case Text(var text) -> "\"" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "\"";
            case Int(var number) -> Long.toString(number);
            case UInt(var bits) -> Long.toUnsignedString(bits);
            case Real(var number) -> Double.toString(number);
            case Bool is -> is == Bool.TRUE ? "true" : "false";
            default -> "of the type " + key.kind();
        };
    }
}
