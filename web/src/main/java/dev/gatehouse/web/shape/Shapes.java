package dev.gatehouse.web.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Finds out, once for each type, what it looks like on the wire. What makes no sense is refused here, at
/// start, with the component's name.
public final class Shapes {
    private final Map<Class<?>, Composite> records = new ConcurrentHashMap<>();

    /// Begun and not complete, by whoever holds the lock: nobody else may see a record without its components.
    private final Map<Class<?>, Composite> begun = new HashMap<>();

    private final ReentrantLock making = new ReentrantLock();
    private final Rules rules;

    /// @param clock what `@Past` and `@Future` are judged by
    public Shapes(InstantSource clock) {
        rules = new Rules(clock);
    }

    /// The shape of a body or an answer: a record, or `Object` for any JSON.
    ///
    /// @throws IllegalArgumentException when the type, or a component of it, cannot stand on the wire
    public Shape of(Class<?> type) {
        return type == Object.class ? new Shape.Anything(this) : record(type);
    }

    /// The shape of an answer, which is a body that holds no secret.
    ///
    /// @throws IllegalArgumentException when a component is marked `@Secret`: such a value never goes back
    public Shape ofAnswer(Class<?> type) {
        var shape = of(type);
        refuseSecrets(shape, new HashSet<>());
        return shape;
    }

    private void refuseSecrets(Shape shape, Set<Shape> seen) {
        switch (shape) {
            case Composite record
            when seen.add(record) -> {
                for (var field : record.fields()) {
                    if (field.secret())
                        throw new IllegalArgumentException(
                                record + "." + field.name() + " is a secret and cannot be answered");
                    refuseSecrets(field.slot().shape(), seen);
                }
            }
            case Shape.Listing list -> refuseSecrets(list.element().shape(), seen);
            case Shape.Mapping map -> refuseSecrets(map.value().shape(), seen);
            case Composite _, Scalar _, Shape.Anything _ -> {}
        }
    }

    /// @throws IllegalArgumentException when the type is no record, or a component of it cannot stand on the
    /// wire
    public Composite record(Class<?> type) {
        var known = records.get(type);
        if (known != null) return known;
        if (!type.isRecord()) throw new IllegalArgumentException(type.getSimpleName() + " is not a record");
        if (type.getTypeParameters().length > 0)
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has type parameters; write a record for each use");

        making.lock();
        try {
            return madeBefore(type).orElseGet(() -> make(type));
        } finally {
            making.unlock();
        }
    }

    /// Known before it is complete: a record may contain itself.
    private Optional<Composite> madeBefore(Class<?> type) {
        return Optional.ofNullable(records.get(type)).or(() -> Optional.ofNullable(begun.get(type)));
    }

    private Composite make(Class<?> type) {
        var record = new Composite(type);
        var isOutermost = begun.isEmpty();
        begun.put(type, record);
        try {
            complete(record);
            if (isOutermost) records.putAll(begun);
            return record;
        } finally {
            if (isOutermost) begun.clear();
        }
    }

    private void complete(Composite record) {
        var components = record.type().getRecordComponents();
        var fields = new ArrayList<Field>();
        var parts = new ArrayList<Optional<Composite>>();
        try {
            var lookup = MethodHandles.privateLookupIn(record.type(), MethodHandles.lookup());
            for (var component : components) {
                var part = part(record, component);
                parts.add(part);
                if (part.isEmpty()) fields.add(field(record, component, lookup));
                else for (var inner : part.get().fields()) fields.add(inner.within(accessor(component, lookup)));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toList();
            var constructor = lookup.findConstructor(record.type(), MethodType.methodType(void.class, types));
            record.complete(
                    fields,
                    parts,
                    constructor
                            .asSpreader(Object[].class, components.length)
                            .asType(MethodType.methodType(Object.class, Object[].class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot reach into " + record + ": open its package to this module", e);
        }
    }

    private Optional<Composite> part(Composite record, RecordComponent component) {
        if (!component.isAnnotationPresent(Spread.class)) return Optional.empty();
        var part = record(component.getType());
        if (part.fields().isEmpty())
            throw new IllegalArgumentException(record + "." + component.getName() + ": nothing is there to spread");
        return Optional.of(part);
    }

    private static MethodHandle accessor(RecordComponent component, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        return lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
    }

    private Field field(Composite record, RecordComponent component, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        try {
            return field(component, lookup);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(record + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    private Field field(RecordComponent component, MethodHandles.Lookup lookup) throws IllegalAccessException {
        var fallback = Optional.ofNullable(component.getAnnotation(DefaultValue.class));
        var whole = component.getAnnotatedType();
        var presence = presence(component.getGenericType(), fallback.isPresent());
        var inner = switch (presence) {
            case REQUIRED, DEFAULTED -> whole;
            case OPTIONAL, CHANGE -> argument(whole, 0);
            case CLEARABLE -> argument(argument(whole, 0), 0);
        };
        if (inner != whole) refuseRulesOnWrapper(whole);
        var slot = slot(inner);
        var name = WireName.of(component);
        return new Field(
                name,
                JsonOutput.member(name),
                slot,
                presence,
                fallback.map(text -> fallback(slot, text.value())),
                component.isAnnotationPresent(Secret.class),
                Optional.ofNullable(component.getAnnotation(Doc.class)),
                accessor(component, lookup));
    }

    private static Field.Presence presence(Type type, boolean hasDefault) {
        var raw = raw(type);
        if (hasDefault) {
            if (raw == Optional.class || raw == Change.class)
                throw new IllegalArgumentException("with a default it is never empty: drop the " + raw.getSimpleName());
            return Field.Presence.DEFAULTED;
        }
        if (raw == Optional.class) return Field.Presence.OPTIONAL;
        if (raw != Change.class) return Field.Presence.REQUIRED;
        return raw(((ParameterizedType) type).getActualTypeArguments()[0]) == Optional.class
                ? Field.Presence.CLEARABLE
                : Field.Presence.CHANGE;
    }

    private Slot slot(AnnotatedType type) {
        var shape = shape(type);
        var kept = new ArrayList<Rule>();
        for (var annotation : type.getAnnotations()) kept.addAll(rules.of(annotation, raw(type.getType())));
        return new Slot(shape, kept);
    }

    private Shape shape(AnnotatedType type) {
        var raw = raw(type.getType());
        var scalar = Scalars.of(raw);
        if (scalar.isPresent()) return scalar.get();
        if (raw == Object.class) return new Shape.Anything(this);
        if (raw == List.class || raw == Collection.class) return new Shape.Listing(slot(argument(type, 0)), false);
        if (raw == Set.class) return new Shape.Listing(slot(argument(type, 0)), true);
        if (raw == Map.class) return mapping(type);
        if (raw.isRecord()) return record(raw);
        if (raw == Optional.class || raw == Change.class)
            throw new IllegalArgumentException(raw.getSimpleName() + " may only stand around a component's whole type");
        throw new IllegalArgumentException("the type " + raw.getSimpleName() + " cannot stand on the wire");
    }

    private Shape mapping(AnnotatedType type) {
        var key = argument(type, 0);
        if (key.getType() != String.class) throw new IllegalArgumentException("the keys of a Map must be String");
        if (!rules.isFree(key.getAnnotations())) throw new IllegalArgumentException("a Map's keys cannot have rules");
        return new Shape.Mapping(slot(argument(type, 1)));
    }

    private void refuseRulesOnWrapper(AnnotatedType wrapper) {
        if (rules.isFree(wrapper.getAnnotations())) return;
        throw new IllegalArgumentException(
                "rules belong to the value inside: Optional<@Size(max = 9) String>, not @Size(max = 9) Optional<String>");
    }

    private static Object fallback(Slot slot, String text) {
        if (!(slot.shape() instanceof Scalar scalar))
            throw new IllegalArgumentException("only a scalar can have a default");
        try {
            var value = scalar.parse().apply(text);
            for (var rule : slot.rules())
                if (!rule.holds().test(value)) throw new IllegalArgumentException(rule.message());
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the default '" + text + "' does not keep the component's own rules", e);
        }
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        if (type instanceof AnnotatedParameterizedType parameterized)
            return parameterized.getAnnotatedActualTypeArguments()[index];
        throw new IllegalArgumentException("say of what: " + raw(type.getType()).getSimpleName() + "<…>");
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) return plain;
        if (type instanceof ParameterizedType parameterized) return (Class<?>) parameterized.getRawType();
        throw new IllegalArgumentException("the type " + type.getTypeName() + " cannot stand on the wire");
    }
}
