package dev.gatehouse.web.shape;

import java.lang.invoke.MethodHandle;
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
    private MethodHandle maker;

    Composite(Class<?> type) {
        this.type = type;
        this.ignoresUnknown = type.isAnnotationPresent(IgnoreUnknown.class);
        this.emptyIsAbsent = type.isAnnotationPresent(EmptyIsAbsent.class);
    }

    /// @param maker `(Object[] components) -> Object record`
    void complete(List<Field> fields, MethodHandle maker) {
        var byName = new HashMap<String, Integer>();
        for (var field : fields) {
            if (byName.put(field.name(), byName.size()) != null)
                throw new IllegalArgumentException(
                        type.getSimpleName() + " has two components named '" + field.name() + "' on the wire");
        }
        this.fields = List.copyOf(fields);
        this.indexes = Map.copyOf(byName);
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

    /// @throws IllegalArgumentException from the record's own constructor: the components do not go together
    Object make(Object[] components) {
        try {
            return maker.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make " + type.getSimpleName(), e);
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
