package dev.gatehouse.world;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value in a file, with its place: whoever asks it for more than it is gets nothing, and the fault is
/// noted.
///
/// @param text of the whole file
record Part(Node node, String file, String text, Faults faults) {

    Place place() {
        return node.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }

    void fault(String message) {
        faults.add(place(), message);
    }

    boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isText() {
        return node.getTag().equals(Tag.STR);
    }

    /// What a map has, in its order; each name that is not known is a fault.
    Map<String, Part> members(Set<String> known) {
        var members = members();
        members.forEach((name, member) -> {
            if (!known.contains(name))
                member.keyed().fault("There is no " + name + " here; there may be " + String.join(", ", known) + ".");
        });
        return members;
    }

    /// What a map has, in its order.
    Map<String, Part> members() {
        var members = new LinkedHashMap<String, Part>();
        if (isNothing()) return members;
        if (!(node instanceof MappingNode map)) {
            fault("A map of names and values should stand here.");
            return members;
        }
        for (var tuple : map.getValue()) {
            var key = part(tuple.getKeyNode());
            var value = part(tuple.getValueNode());
            value.node().setProperty("key", tuple.getKeyNode());
            key.scalar().ifPresent(name -> {
                if (members.putIfAbsent(name, value) != null) key.fault("There is a second " + name + ".");
            });
        }
        return members;
    }

    /// The name before a map's value, for faults that are about the pair.
    Part keyed() {
        return node.getProperty("key") instanceof Node key ? part(key) : this;
    }

    List<Part> items() {
        if (isNothing()) return List.of();
        if (node instanceof SequenceNode list)
            return list.getValue().stream().map(this::part).toList();
        fault("A list should stand here.");
        return List.of();
    }

    /// Anything that is written as one word or text.
    Optional<String> scalar() {
        if (node instanceof ScalarNode scalar && !isNothing()) return Optional.of(scalar.getValue());
        fault("A text should stand here.");
        return Optional.empty();
    }

    List<String> scalars() {
        return items().stream().flatMap(item -> item.scalar().stream()).toList();
    }

    Optional<Boolean> truth() {
        return node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)
                ? Optional.of(Boolean.valueOf(scalar.getValue()))
                : Optional.empty();
    }

    /// As JSON has values: texts, numbers, `true` and `false`, lists and maps; never nothing, which is left
    /// out.
    Optional<Object> value() {
        if (isNothing()) return Optional.empty();
        return switch (node) {
            case MappingNode _ -> Optional.of(values());
            case SequenceNode _ -> Optional.of(listed());
            case ScalarNode scalar -> Optional.of(value(scalar));
            default -> Optional.empty();
        };
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        members().forEach((name, member) -> member.value().ifPresent(value -> values.put(name, value)));
        return values;
    }

    private List<Object> listed() {
        var values = new ArrayList<>();
        items().forEach(item -> item.value().ifPresent(values::add));
        return values;
    }

    private static Object value(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().equals(Tag.BOOL)) return Boolean.valueOf(text);
        if (scalar.getTag().equals(Tag.INT)) return whole(text);
        if (scalar.getTag().equals(Tag.FLOAT)) return fraction(text);
        return text;
    }

    private static Object whole(String text) {
        var number = switch (text.length() > 2 ? text.substring(0, 2) : "") {
            case "0x" -> new BigInteger(text.substring(2), 16);
            case "0o" -> new BigInteger(text.substring(2), 8);
            default -> new BigInteger(text);
        };
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /// Too large for a `double` is still a number.
    private static Object fraction(String text) {
        try {
            var number = Double.parseDouble(text);
            return Double.isInfinite(number) ? new BigDecimal(text) : (Object) number;
        } catch (NumberFormatException _) {
            return text;
        }
    }

    /// Where a place of a text that is written here stands in the file.
    ///
    /// @param line in the text, from 1
    /// @param column in the text, from 1
    Place within(int line, int column) {
        if (!(node instanceof ScalarNode scalar) || !isBlock(scalar)) return place();
        var first = place().line() + 1;
        var lines = text.lines().skip(first - 1L).toList();
        var indent = lines.stream()
                .filter(written -> !written.isBlank())
                .findFirst()
                .map(written -> written.length() - written.stripLeading().length())
                .orElse(0);
        return new Place(file, first + line - 1, column + indent);
    }

    private static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL;
    }

    private Part part(Node other) {
        return new Part(other, file, text, faults);
    }
}
