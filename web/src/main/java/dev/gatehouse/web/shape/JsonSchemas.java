package dev.gatehouse.web.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes shapes as JSON Schema 2020-12, each record once, by its name.
public final class JsonSchemas {
    private final Map<String, Object> components = new TreeMap<>();
    private final Map<String, Composite> owners = new HashMap<>();
    private final Set<Composite> incoming = new HashSet<>();
    private final Set<Composite> forms = new HashSet<>();

    /// Tells that callers send this record as a form, in which there is no null.
    public void comesInAsForm(Shape shape) {
        if (shape instanceof Composite composite) forms.add(composite);
    }

    /// Tells that callers send this shape: nothing unknown may stand in it, and null where something may be
    /// cleared. To be told before any schema is written.
    public void comesIn(Shape shape) {
        switch (shape) {
            case Composite composite -> {
                if (!incoming.add(composite)) return;
                for (var field : composite.fields()) comesIn(field.slot().shape());
            }
            case Shape.Listing list -> comesIn(list.element().shape());
            case Shape.Mapping map -> comesIn(map.value().shape());
            case Scalar _, Shape.Anything _ -> {}
        }
    }

    /// The schema of a body or an answer: for a record a reference to its component.
    public Map<String, Object> of(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> scalar(scalar);
            case Composite composite -> reference(composite);
            case Shape.Listing list -> list(list);
            case Shape.Mapping map -> members("type", "object", "additionalProperties", of(map.value()));
            case Shape.Anything _ -> new LinkedHashMap<>();
        };
    }

    /// Every record that was referred to, by name.
    public Map<String, Object> components() {
        return components;
    }

    Map<String, Object> of(Slot slot) {
        var schema = of(slot.shape());
        for (var rule : slot.rules())
            rule.schema().forEach((name, value) -> schema.merge(name, value, JsonSchemas::stricter));
        return schema;
    }

    /// Two rules may speak of one bound: `@Email` allows 254 characters, `@Size(max = 100)` fewer.
    private static Object stricter(Object one, Object other) {
        return one instanceof Integer a && other instanceof Integer b ? (Object) Math.min(a, b) : other;
    }

    private static Map<String, Object> scalar(Scalar scalar) {
        var schema = members("type", scalar.kind().schemaType);
        if (!scalar.format().isEmpty()) schema.put("format", scalar.format());
        if (!scalar.choices().isEmpty()) schema.put("enum", scalar.choices());
        return schema;
    }

    private Map<String, Object> list(Shape.Listing list) {
        var schema = members("type", "array", "items", of(list.element()));
        if (list.distinct()) schema.put("uniqueItems", true);
        return schema;
    }

    private Map<String, Object> reference(Composite composite) {
        var name = nameOf(composite);
        if (!components.containsKey(name)) {
            // Holds the name while the record's own members are written: it may refer to itself.
            components.put(name, Map.of());
            components.put(name, object(composite));
        }
        return members("$ref", "#/components/schemas/" + name);
    }

    /// The record's simple name; with the class around it where two records share one.
    private String nameOf(Composite composite) {
        var type = composite.type();
        var name = type.getSimpleName();
        for (var around = type.getEnclosingClass();
                owners.getOrDefault(name, composite) != composite && around != null;
                around = around.getEnclosingClass()) {
            name = around.getSimpleName() + name;
        }
        if (owners.getOrDefault(name, composite) != composite)
            name = type.getName().replaceAll("[^A-Za-z0-9]", "_");
        owners.put(name, composite);
        return name;
    }

    private Map<String, Object> object(Composite composite) {
        var schema = members("type", "object");
        composite.doc().ifPresent(doc -> schema.put("description", doc.value()));
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        boolean comesIn = incoming.contains(composite);
        for (var field : composite.fields()) {
            properties.put(field.name(), property(field, comesIn));
            if (field.presence() == Field.Presence.REQUIRED) required.add(field.name());
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        if ((comesIn || forms.contains(composite)) && !composite.ignoresUnknown())
            schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(Field field, boolean comesIn) {
        var schema = comesIn && field.presence().allowsNull() ? orNull(of(field.slot())) : of(field.slot());
        describe(field, schema);
        if (field.secret()) {
            schema.put("writeOnly", true);
            if (field.slot().shape() instanceof Scalar scalar && scalar.isString())
                schema.putIfAbsent("format", "password");
        }
        return schema;
    }

    /// What a parameter and a member have in common besides their schema.
    static void describe(Field field, Map<String, Object> schema) {
        field.doc().ifPresent(doc -> schema.put("description", doc.value()));
        field.fallback()
                .ifPresent(value -> schema.put(
                        "default", Examples.onTheWire((Scalar) field.slot().shape(), value)));
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (!(schema.get("type") instanceof String type))
            return members("anyOf", List.of(schema, Map.of("type", "null")));
        schema.put("type", List.of(type, "null"));
        if (schema.get("enum") instanceof List<?> choices) {
            var all = new ArrayList<Object>(choices);
            all.add(null);
            schema.put("enum", all);
        }
        return schema;
    }

    private static Map<String, Object> members(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }
}
