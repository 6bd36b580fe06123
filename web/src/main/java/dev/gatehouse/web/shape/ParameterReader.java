package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads query and path parameters as a record: the same types and rules as in a body, only that the text has
/// no JSON kind.
public final class ParameterReader {
    private final Composite record;
    private final List<String> pathNames;

    /// @param pathNames the names in the path template, in its order; all others are query parameters
    /// @throws IllegalArgumentException when the record does not go with the template, or a component cannot be
    /// one
    public ParameterReader(Composite record, Set<String> pathNames) {
        this.record = record;
        this.pathNames = List.copyOf(pathNames);
        for (var name : pathNames) {
            if (record.indexOf(name) < 0)
                throw new IllegalArgumentException(
                        "the path names {" + name + "}, but " + record + " has no such component");
        }
        for (var field : record.fields()) refuseUnlessParameter(field, pathNames.contains(field.name()));
    }

    private void refuseUnlessParameter(Field field, boolean inPath) {
        boolean list = field.slot().shape() instanceof Shape.Listing listing
                && listing.element().shape() instanceof Scalar;
        if (!(field.slot().shape() instanceof Scalar) && !list)
            throw new IllegalArgumentException(
                    record + "." + field.name() + ": a parameter is a scalar or a list of scalars");
        if (inPath && (list || field.presence() != Field.Presence.REQUIRED))
            throw new IllegalArgumentException(
                    record + "." + field.name() + ": a path parameter is one value and always there");
        if (field.presence() == Field.Presence.CHANGE || field.presence() == Field.Presence.CLEARABLE)
            throw new IllegalArgumentException(
                    record + "." + field.name() + ": a parameter changes nothing; use Optional");
    }

    /// @param pathValues the raw segments at the template's parameters, in its order
    /// @param rawQuery what stands after `?`, still encoded; empty for none
    public Reading read(List<String> pathValues, String rawQuery) {
        var faults = new Faults();
        try {
            var value = read(pathValues, query(rawQuery, faults), faults);
            return faults.isEmpty() ? new Reading.Read(value) : new Reading.Faulty(faults.all());
        } catch (Faults.Enough _) {
            return new Reading.Faulty(faults.all());
        }
    }

    private Object read(List<String> pathValues, Map<String, List<String>> query, Faults faults) {
        var fields = record.fields();
        var components = new Object[fields.size()];
        for (int i = 0; i < components.length; i++) {
            var field = fields.get(i);
            int inPath = pathNames.indexOf(field.name());
            components[i] = inPath >= 0
                    ? readPath(field, pathValues.get(inPath), faults)
                    : readQuery(field, query.get(field.name()), faults);
        }
        for (var name : query.keySet()) if (isUnknown(name)) unknown(name, faults);
        if (!faults.isEmpty()) return ValueReader.FAULTY;
        try {
            return record.make(components);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.inParameter(
                    fields.size() == 1 ? fields.getFirst().name() : "",
                    "consistent",
                    e.getMessage() == null ? "they do not go together" : e.getMessage()));
            return ValueReader.FAULTY;
        }
    }

    private Object readPath(Field field, String raw, Faults faults) {
        var text = PercentText.decode(raw, false);
        if (text.isEmpty()) return garbled(field.name(), raw, faults);
        return readScalar(field, field.slot(), text.get(), faults);
    }

    private Object readQuery(Field field, List<String> values, Faults faults) {
        if (values == null) {
            if (field.presence() != Field.Presence.REQUIRED) return field.absent();
            faults.add(Fault.inParameter(field.name(), "required", "is required"));
            return ValueReader.FAULTY;
        }
        Object value;
        if (field.slot().shape() instanceof Shape.Listing list) value = readList(field, list, values, faults);
        else if (values.size() > 1)
            return report(field, "duplicate", "stands twice; write it once", values.size() + " values", faults);
        else value = readScalar(field, field.slot(), values.getFirst(), faults);
        return value == ValueReader.FAULTY ? value : field.present(value);
    }

    private Object readList(Field field, Shape.Listing list, List<String> values, Faults faults) {
        var items = list.distinct() ? new LinkedHashSet<Object>() : new ArrayList<Object>();
        int before = faults.count();
        for (var text : values) {
            var item = readScalar(field, list.element(), text, faults);
            if (item != ValueReader.FAULTY && !items.add(item))
                report(field, "duplicate", "names a value twice", Found.value(item, field.secret()), faults);
        }
        if (faults.count() > before) return ValueReader.FAULTY;
        var value = list.distinct() ? Set.copyOf(items) : List.copyOf(items);
        return judged(field, field.slot(), value, faults);
    }

    private Object readScalar(Field field, Slot slot, String text, Faults faults) {
        var scalar = (Scalar) slot.shape();
        if (!WellFormed.isText(text))
            return report(field, "characters", "must be text without NUL", Found.text(text, field.secret()), faults);
        Object value;
        try {
            value = scalar.parse().apply(text);
        } catch (IllegalArgumentException _) {
            var rule = scalar.isString() ? scalar.choices().isEmpty() ? "format" : "one_of" : "type";
            return report(field, rule, "must be " + scalar.expected(), Found.text(text, field.secret()), faults);
        }
        return judged(field, slot, value, faults);
    }

    private Object judged(Field field, Slot slot, Object value, Faults faults) {
        int before = faults.count();
        for (var rule : slot.rules())
            if (!rule.holds().test(value))
                report(field, rule.name(), rule.message(), Found.value(value, field.secret()), faults);
        return faults.count() > before ? ValueReader.FAULTY : value;
    }

    private boolean isUnknown(String name) {
        return record.indexOf(name) < 0 || pathNames.contains(name);
    }

    private void unknown(String name, Faults faults) {
        var known = record.names().stream()
                .filter(each -> !pathNames.contains(each))
                .toList();
        faults.add(Fault.inParameter(Found.name(name), "unknown", Spelling.hint(name, known)));
    }

    /// Splits a query string; a name or value that is no text is a fault at once.
    private static Map<String, List<String>> query(String raw, Faults faults) {
        if (raw.isEmpty()) return Map.of();
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            var name = PercentText.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            var value = PercentText.decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name.isPresent() && value.isPresent())
                values.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value.get());
            else garbled(name.orElse(pair), pair, faults);
        }
        return values;
    }

    private static Object garbled(String name, String raw, Faults faults) {
        // The raw text is not shown: it may be the value of a secret, and nobody knows whose.
        faults.add(Fault.inParameter(Found.name(name), "encoding", "must be percent-encoded UTF-8")
                .found(raw.length() + " characters"));
        return ValueReader.FAULTY;
    }

    private static Object report(Field field, String rule, String message, String found, Faults faults) {
        faults.add(Fault.inParameter(field.name(), rule, message).found(found));
        return ValueReader.FAULTY;
    }
}
