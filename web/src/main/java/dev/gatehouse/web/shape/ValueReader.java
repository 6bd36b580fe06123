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
/// Each method begins with the parser on the value's first token and leaves it on the last one. A faulty value
/// is answered by [#FAULTY], which then spoils whatever contains it: no record is ever made of it.
final class ValueReader {
    static final Object FAULTY = new Object();

    private final JsonParser in;
    private final Pointer pointer = new Pointer();
    private final BodyFaults faults;
    private final boolean ignoresUnknown;

    ValueReader(JsonParser in, Faults faults, boolean ignoresUnknown) {
        this.ignoresUnknown = ignoresUnknown;
        this.in = in;
        this.faults = new BodyFaults(in, faults, pointer);
    }

    Object read(Shape shape) throws IOException {
        return switch (shape) {
            case Scalar scalar -> readScalar(scalar);
            case Composite record -> at(JsonToken.START_OBJECT) ? readRecord(record) : wrongType("an object");
            case Shape.Listing list -> at(JsonToken.START_ARRAY) ? readList(list) : wrongType("an array");
            case Shape.Mapping map -> at(JsonToken.START_OBJECT) ? readMap(map) : wrongType("an object");
            case Shape.Anything anything -> readAnything(anything);
        };
    }

    private boolean at(JsonToken token) {
        return in.currentToken() == token;
    }

    private Object wrongType(String expected) throws IOException {
        faults.wrongType(expected);
        return FAULTY;
    }

    private Object readKeepingRules(Slot slot) throws IOException {
        var value = read(slot.shape());
        if (value == FAULTY) return FAULTY;
        boolean sound = true;
        for (var rule : slot.rules()) {
            if (rule.holds().test(value)) continue;
            faults.breaks(rule, value);
            sound = false;
        }
        return sound ? value : FAULTY;
    }

    private Object readScalar(Scalar scalar) throws IOException {
        if (!scalar.isOf(in.currentToken())) return wrongType(scalar.expected());
        var text = in.getText();
        if (scalar.isString() && !WellFormed.isText(text)) {
            faults.garbled(text);
            return FAULTY;
        }
        try {
            return scalar.parse().apply(text);
        } catch (IllegalArgumentException _) {
            faults.notOf(scalar);
            return FAULTY;
        }
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
            if (index < 0) passOver(name, record);
            else if (components[index] != null) faults.twice();
            else components[index] = readField(fields.get(index));
            pointer.leave();
        }
        for (int i = 0; i < components.length; i++) if (components[i] == null) components[i] = absent(fields.get(i));
        return faults.count() > faultsBefore ? FAULTY : make(record, components);
    }

    private void passOver(String name, Composite record) throws IOException {
        if (ignoresUnknown || record.ignoresUnknown()) in.skipChildren();
        else faults.unknown(name, record);
    }

    private Object readField(Field field) throws IOException {
        if (at(JsonToken.VALUE_NULL)) {
            if (field.presence().allowsNull()) return field.cleared();
            boolean required = field.presence() == Field.Presence.REQUIRED;
            faults.isNull(required ? "must not be null" : "must not be null; leave it out instead");
            return FAULTY;
        }
        boolean outside = faults.enter(field.secret());
        var value = readKeepingRules(field.slot());
        faults.leave(outside);
        return value == FAULTY ? FAULTY : field.present(value);
    }

    private Object absent(Field field) {
        if (field.presence() != Field.Presence.REQUIRED) return field.absent();
        faults.missing(field.name());
        return FAULTY;
    }

    private Object make(Composite record, Object[] components) {
        try {
            return record.make(components);
        } catch (IllegalArgumentException e) {
            faults.inconsistent(e);
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
        faults.repeated(item);
        return false;
    }

    private Object readMap(Shape.Mapping map) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        int faultsBefore = faults.count();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            in.nextToken();
            pointer.enter(name);
            if (!WellFormed.isText(name)) faults.unwanted(name);
            else if (members.containsKey(name)) faults.twice();
            // A faulty member is kept as well, so that its second appearance is seen.
            else members.put(name, readInside(map.value()));
            pointer.leave();
        }
        return faults.count() > faultsBefore ? FAULTY : Collections.unmodifiableMap(members);
    }

    /// An item or a member of a map. Where anything may stand, so may null.
    private Object readInside(Slot slot) throws IOException {
        if (!at(JsonToken.VALUE_NULL)) return readKeepingRules(slot);
        if (slot.shape() instanceof Shape.Anything) return null;
        faults.isNull("must not be null");
        return FAULTY;
    }

    private Object readAnything(Shape.Anything anything) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> readMap(new Shape.Mapping(new Slot(anything, List.of())));
            case START_ARRAY -> readList(new Shape.Listing(new Slot(anything, List.of()), false));
            case VALUE_STRING -> readScalar(Scalars.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> wrongType("a value");
        };
    }

    private Object readNumber() throws IOException {
        boolean whole = at(JsonToken.VALUE_NUMBER_INT) && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return whole
                ? (Object) in.getLongValue()
                : readScalar(Scalars.of(BigDecimal.class).orElseThrow());
    }
}
