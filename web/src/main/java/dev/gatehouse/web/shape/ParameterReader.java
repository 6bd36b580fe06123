package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads query and path parameters, or a form, as a record: the same types and rules as in a JSON body, only
/// that the text has no JSON kind.
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

    /// Reads what stands in no path: a form.
    public Reading read(Pairs sent) {
        return read(List.of(), sent);
    }

    /// @param pathValues the raw segments at the template's parameters, in its order
    /// @param sent the query or the form
    public Reading read(List<String> pathValues, Pairs sent) {
        var faults = new Faults();
        try {
            sent.faults().forEach(faults::add);
            var value = read(pathValues, sent, faults);
            return faults.isEmpty() ? new Reading.Read(value) : new Reading.Faulty(faults.all());
        } catch (Faults.Enough _) {
            return new Reading.Faulty(faults.all());
        }
    }

    private Object read(List<String> pathValues, Pairs sent, Faults faults) {
        var fields = record.fields();
        var components = new Object[fields.size()];
        for (int i = 0; i < components.length; i++) {
            var field = fields.get(i);
            int inPath = pathNames.indexOf(field.name());
            components[i] = inPath >= 0
                    ? readPath(field, pathValues.get(inPath), faults)
                    : readSent(field, sent.of(field.name(), record.emptyIsAbsent()), faults);
        }
        if (!record.ignoresUnknown())
            for (var name : sent.values().keySet()) if (isUnknown(name)) unknown(name, faults);
        return faults.isEmpty() ? make(components, faults) : ValueReader.FAULTY;
    }

    private Object make(Object[] components, Faults faults) {
        try {
            return record.make(components);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.inParameter(
                    record.fields().size() == 1 ? record.fields().getFirst().name() : "",
                    "consistent",
                    e.getMessage() == null ? "they do not go together" : e.getMessage()));
            return ValueReader.FAULTY;
        }
    }

    private Object readPath(Field field, String raw, Faults faults) {
        var text = PercentText.decode(raw, false);
        if (text.isEmpty()) {
            faults.add(Pairs.garbled(field.name(), raw.length()));
            return ValueReader.FAULTY;
        }
        return readScalar(field, field.slot(), text.get(), faults);
    }

    private Object readSent(Field field, List<String> values, Faults faults) {
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

    /// Whether the record has a place for anything but the path's own parameters.
    public boolean takesMoreThanThePath() {
        return record.fields().size() > pathNames.size();
    }

    /// Whether the record passes over what it does not name.
    public boolean ignoresUnknown() {
        return record.ignoresUnknown();
    }

    private void unknown(String name, Faults faults) {
        var known = record.names().stream()
                .filter(each -> !pathNames.contains(each))
                .toList();
        faults.add(Fault.inParameter(Found.name(name), "unknown", Spelling.hint(name, known)));
    }

    private static Object report(Field field, String rule, String message, String found, Faults faults) {
        faults.add(Fault.inParameter(field.name(), rule, message).found(found));
        return ValueReader.FAULTY;
    }
}
