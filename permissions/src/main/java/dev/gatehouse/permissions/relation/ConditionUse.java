package dev.gatehouse.permissions.relation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The condition that a relationship carries.
///
/// @param context values that were fixed when the relationship was written, as JSON has them; they come
///     before those
///     of the question
public record ConditionUse(String name, Map<String, Object> context) {

    public ConditionUse {
        name = name.intern();
        // Of JSON, and so maybe with null in it.
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }
}
