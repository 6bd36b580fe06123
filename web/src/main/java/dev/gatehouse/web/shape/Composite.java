package dev.gatehouse.web.shape;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A record: a JSON object with known members, or a set of parameters.
///
/// It is made in two steps, since a record may contain itself.
public final class Composite implements Shape {
    private final Class<?> type;
    private final boolean ignoresUnknown;
    private final boolean emptyIsAbsent;
    private List<Field> fields = List.of();
    private Map<String, Integer> indexes = Map.of();
    private List<Optional<Composite>> parts = List.of();
    private boolean spreads;
    private MethodHandle maker;

    Composite(Class<?> type) {
        this.type = type;
        this.ignoresUnknown = type.isAnnotationPresent(IgnoreUnknown.class);
        this.emptyIsAbsent = type.isAnnotationPresent(EmptyIsAbsent.class);
    }

    /// @param fields those of spread components in the place of these
    /// @param parts a component each: the record that is spread there, if one is
    /// @param maker `(Object[] components) -> Object record`
    void complete(List<Field> fields, List<Optional<Composite>> parts, MethodHandle maker) {
        var byName = new HashMap<String, Integer>();
        for (var field : fields) {
            if (byName.put(field.name(), byName.size()) != null)
                throw new IllegalArgumentException(
                        type.getSimpleName() + " has two components named '" + field.name() + "' on the wire");
        }
        this.fields = List.copyOf(fields);
        this.indexes = Map.copyOf(byName);
        this.parts = List.copyOf(parts);
        this.spreads = parts.stream().anyMatch(Optional::isPresent);
        this.maker = maker;
    }

    Class<?> type() {
        return type;
    }

    List<Field> fields() {
        return fields;
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// Where the component stands, or -1.
    int indexOf(String name) {
        return indexes.getOrDefault(name, -1);
    }

    boolean ignoresUnknown() {
        return ignoresUnknown;
    }

    boolean emptyIsAbsent() {
        return emptyIsAbsent;
    }

    Optional<Doc> doc() {
        return Optional.ofNullable(type.getAnnotation(Doc.class));
    }

    /// @param values one for each field
    /// @throws IllegalArgumentException from the record's own constructor: the components do not go together
    Object make(Object[] values) {
        var components = spreads ? gather(values) : values;
        try {
            return maker.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make " + type.getSimpleName(), e);
        }
    }

    private Object[] gather(Object[] values) {
        var components = new Object[parts.size()];
        int next = 0;
        for (int i = 0; i < components.length; i++) {
            int width = parts.get(i).map(part -> part.fields.size()).orElse(1);
            var own = Arrays.copyOfRange(values, next, next + width);
            components[i] = parts.get(i).map(part -> part.make(own)).orElse(own[0]);
            next += width;
        }
        return components;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
