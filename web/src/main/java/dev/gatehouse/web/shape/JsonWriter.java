package dev.gatehouse.web.shape;

import java.util.Map;
import java.util.Optional;

/// Writes values as JSON by their shapes. What is empty is left out of objects.
public final class JsonWriter {
    private final Shapes shapes;

    public JsonWriter(Shapes shapes) {
        this.shapes = shapes;
    }

    /// @param value an instance of the type that the shape was made of
    public byte[] write(Shape shape, Object value) {
        var out = new JsonOutput();
        write(out, shape, value);
        return out.toBytes();
    }

    /// Writes whatever JSON can hold: Strings, numbers, Booleans, Maps, Iterables, Optionals, records and
    /// scalars that components may have.
    public byte[] write(Object value) {
        var out = new JsonOutput();
        writeAny(out, value);
        return out.toBytes();
    }

    private void write(JsonOutput out, Shape shape, Object value) {
        switch (shape) {
            case Scalar scalar
            when scalar.isString() -> out.string(scalar.print().apply(value));
            case Scalar scalar -> out.literal(scalar.print().apply(value));
            case Composite record -> writeRecord(out, record, value);
            case Shape.Listing list -> {
                out.beginArray();
                for (var item : (Iterable<?>) value) write(out, list.element().shape(), item);
                out.endArray();
            }
            case Shape.Mapping map -> {
                out.beginObject();
                ((Map<?, ?>) value).forEach((name, member) -> {
                    out.name((String) name);
                    write(out, map.value().shape(), member);
                });
                out.endObject();
            }
            case Shape.Anything _ -> writeAny(out, value);
        }
    }

    private void writeRecord(JsonOutput out, Composite record, Object value) {
        out.beginObject();
        for (var field : record.fields()) {
            var component = field.of(value);
            if (component == null)
                throw new IllegalStateException(
                        record + "." + field.name() + " is null: what may be missing is Optional");
            var member = inside(component);
            if (member == null) continue;
            out.name(field.quotedName());
            write(out, field.slot().shape(), member);
        }
        out.endObject();
    }

    /// The value in its wrapper, or null for a member that is left out.
    private static Object inside(Object component) {
        return switch (component) {
            case Optional<?> maybe -> maybe.orElse(null);
            case Change.Keep<?> _ -> null;
            case Change.Set<?>(var value) -> inside(value);
            default -> component;
        };
    }

    private void writeAny(JsonOutput out, Object value) {
        switch (value) {
            case null -> out.literal("null");
            case String text -> out.string(text);
            case Number number -> out.literal(number.toString());
            case Boolean flag -> out.literal(flag.toString());
            case Map<?, ?> map -> {
                out.beginObject();
                map.forEach((name, member) -> {
                    if (member instanceof Optional<?> maybe && maybe.isEmpty()) return;
                    out.name(name.toString());
                    writeAny(out, member);
                });
                out.endObject();
            }
            case Iterable<?> items -> {
                out.beginArray();
                for (var item : items) writeAny(out, item);
                out.endArray();
            }
            case Optional<?> maybe -> writeAny(out, maybe.orElse(null));
            case Record record -> write(out, shapes.of(record.getClass()), record);
            case Enum<?> constant -> out.string(WireName.of(constant));
            default ->
                out.string(Scalars.of(value.getClass())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "JSON cannot hold a " + value.getClass().getSimpleName()))
                        .print()
                        .apply(value));
        }
    }
}
