package dev.gatehouse.web.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads one value after another from a token stream, noting every fault and going on.
///
/// A faulty value is answered by [#FAULTY], which then spoils whatever contains it: no record is ever made of
/// it.
final class ValueReader {
    static final Object FAULTY = new Object();

    private final JsonParser in;
    private final Faults faults;
    private final Pointer pointer = new Pointer();
    /// Whether the reader is inside of a component marked `@Secret`.
    private boolean secret;

    ValueReader(JsonParser in, Faults faults) {
        this.in = in;
        this.faults = faults;
    }

    Object readRoot(Shape shape) throws IOException {
        return read(shape);
    }

    /// The parser stands on the value's first token, and stands on its last one afterwards.
    private Object read(Slot slot) throws IOException {
        var value = read(slot.shape());
        if (value == FAULTY) return FAULTY;
        boolean sound = true;
        for (var rule : slot.rules()) {
            if (rule.holds().test(value)) continue;
            report(rule.name(), rule.message(), Found.value(value, secret));
            sound = false;
        }
        return sound ? value : FAULTY;
    }

    private Object read(Shape shape) throws IOException {
        return switch (shape) {
            case Scalar scalar -> readScalar(scalar);
            case Composite record ->
                in.currentToken() == JsonToken.START_OBJECT ? readRecord(record) : wrongType("an object");
            case Shape.Listing list ->
                in.currentToken() == JsonToken.START_ARRAY ? readList(list) : wrongType("an array");
            case Shape.Mapping map ->
                in.currentToken() == JsonToken.START_OBJECT ? readMap(map) : wrongType("an object");
            case Shape.Anything anything -> readAnything(anything);
        };
    }

    private Object readScalar(Scalar scalar) throws IOException {
        boolean rightToken = switch (in.currentToken()) {
            case VALUE_STRING -> scalar.kind() == Scalar.Kind.STRING;
            case VALUE_NUMBER_INT -> scalar.kind() == Scalar.Kind.INTEGER || scalar.kind() == Scalar.Kind.NUMBER;
            case VALUE_NUMBER_FLOAT -> scalar.kind() == Scalar.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> scalar.kind() == Scalar.Kind.BOOLEAN;
            default -> false;
        };
        if (!rightToken) return wrongType(scalar.expected());

        var text = in.getText();
        if (scalar.isString() && !WellFormed.isText(text)) return garbled(text);
        try {
            return scalar.parse().apply(text);
        } catch (IllegalArgumentException _) {
            return report(
                    scalar.choices().isEmpty() ? "format" : "one_of",
                    "must be " + scalar.expected() + hint(scalar, text),
                    found());
        }
    }

    private static String hint(Scalar scalar, String text) {
        return Spelling.closest(text, scalar.choices())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private Object readRecord(Composite record) throws IOException {
        var fields = record.fields();
        var components = new Object[fields.size()];
        int faultsBefore = faults.count();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            pointer.enter(name);
            int index = record.indexOf(name);
            if (index < 0) unknown(name, record);
            else if (components[index] != null) twice();
            else components[index] = readField(fields.get(index));
            pointer.leave();
        }
        for (int i = 0; i < components.length; i++) if (components[i] == null) components[i] = absent(fields.get(i));
        return faults.count() > faultsBefore ? FAULTY : make(record, components);
    }

    private Object readField(Field field) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            if (field.presence().allowsNull()) return field.cleared();
            return report(
                    "null",
                    field.presence() == Field.Presence.REQUIRED
                            ? "must not be null"
                            : "must not be null; leave it out instead",
                    "null");
        }
        boolean outside = secret;
        secret |= field.secret();
        var value = read(field.slot());
        secret = outside;
        return value == FAULTY ? FAULTY : field.present(value);
    }

    private Object absent(Field field) {
        if (field.presence() != Field.Presence.REQUIRED) return field.absent();
        pointer.enter(field.name());
        faults.add(Fault.inBody(pointer.toString(), "required", "is required"));
        pointer.leave();
        return FAULTY;
    }

    private Object make(Composite record, Object[] components) {
        try {
            return record.make(components);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.inBody(
                    pointer.toString(),
                    "consistent",
                    e.getMessage() == null ? "its members do not go together" : e.getMessage()));
            return FAULTY;
        }
    }

    private Object readList(Shape.Listing list) throws IOException {
        Collection<Object> items = list.distinct() ? new LinkedHashSet<>() : new ArrayList<>();
        boolean sound = true;
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            pointer.enter(i);
            sound &= readItem(list, items);
            pointer.leave();
        }
        if (!sound) return FAULTY;
        return list.distinct()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
                : Collections.unmodifiableList(new ArrayList<>(items));
    }

    /// @return whether the item is as it should be
    private boolean readItem(Shape.Listing list, Collection<Object> items) throws IOException {
        var item = readInside(list.element());
        if (item == FAULTY) return false;
        if (items.add(item)) return true;
        report("duplicate", "stands in the list twice", Found.value(item, secret));
        return false;
    }

    /// An item or a member of a map. Where anything may stand, so may null.
    private Object readInside(Slot slot) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NULL) return read(slot);
        return slot.shape() instanceof Shape.Anything ? null : report("null", "must not be null", "null");
    }

    private Object readMap(Shape.Mapping map) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        boolean sound = true;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            pointer.enter(name);
            Object value;
            if (!WellFormed.isText(name))
                value = skipping("characters", "its name has a NUL or half a surrogate pair", Found.text(name, false));
            else if (members.containsKey(name)) value = twice();
            else value = readInside(map.value());
            if (value == FAULTY) sound = false;
            // A faulty member is kept as well, so that its second appearance is seen.
            members.putIfAbsent(name, value);
            pointer.leave();
        }
        return sound ? Collections.unmodifiableMap(members) : FAULTY;
    }

    private Object readAnything(Shape.Anything anything) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> readMap(new Shape.Mapping(new Slot(anything, List.of())));
            case START_ARRAY -> readList(new Shape.Listing(new Slot(anything, List.of()), false));
            case VALUE_STRING -> WellFormed.isText(in.getText()) ? in.getText() : garbled(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> wrongType("a value");
        };
    }

    private Object readNumber() throws IOException {
        boolean small = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return small
                ? (Object) in.getLongValue()
                : readScalar(Scalars.of(BigDecimal.class).orElseThrow());
    }

    private void unknown(String name, Composite record) throws IOException {
        var names = record.fields().stream().map(Field::name).toList();
        var hint = Spelling.closest(name, names)
                .map(near -> "is not known here; did you mean '" + near + "'?")
                .orElse(
                        names.isEmpty()
                                ? "is not known here; nothing is"
                                : "is not known here; known are " + String.join(", ", names));
        // The value of a misspelt password is a password.
        faults.add(Fault.inBody(pointer.toString(), "unknown", hint));
        in.skipChildren();
    }

    private Object twice() throws IOException {
        faults.add(Fault.inBody(pointer.toString(), "duplicate", "stands twice; write it once"));
        in.skipChildren();
        return FAULTY;
    }

    private Object wrongType(String expected) throws IOException {
        return in.currentToken() == null
                ? report("required", "is required", "nothing")
                : skipping("type", "must be " + expected, found());
    }

    private Object garbled(String text) {
        return report(
                "characters",
                "must be text without NUL and without half of a surrogate pair",
                Found.text(text, secret));
    }

    private Object skipping(String rule, String message, String found) throws IOException {
        report(rule, message, found);
        in.skipChildren();
        return FAULTY;
    }

    private String found() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> Found.text(in.getText(), secret);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Found.number(in.getText(), secret);
            case VALUE_TRUE, VALUE_FALSE -> secret ? "a boolean" : in.getText();
            default -> "null";
        };
    }

    private Object report(String rule, String message, String found) {
        faults.add(Fault.inBody(pointer.toString(), rule, message).found(found));
        return FAULTY;
    }
}
