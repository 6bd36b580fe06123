package dev.gatehouse.authzen;

import java.util.HashMap;
import java.util.Map;

/// All that a question says beside who, what and to what, as the conditions of a model see it: each property
/// under a name of its own, `subject_department`, beside what stands in the context.
///
/// The properties of each are there as a whole as well, `subject_properties`, so that a condition can ask
/// whether one was sent at all. What the context says itself comes before all of these.
///
/// @spec https://openfga.dev/docs/interacting/authzen#abac-support OpenFGA: names of properties in conditions
final class Circumstances {

    private static final Map<String, Object> NONE =
            Map.of("subject_properties", Map.of(), "action_properties", Map.of(), "resource_properties", Map.of());

    private Circumstances() {}

    /// @param subject the properties of it; so are the next two
    static Map<String, Object> of(
            Map<String, Object> subject,
            Map<String, Object> action,
            Map<String, Object> resource,
            Map<String, Object> context) {
        if (subject.isEmpty() && action.isEmpty() && resource.isEmpty() && context.isEmpty()) return NONE;
        var all = new HashMap<>(NONE);
        add(all, "subject_", subject);
        add(all, "action_", action);
        add(all, "resource_", resource);
        all.putAll(context);
        return all;
    }

    private static void add(Map<String, Object> all, String prefix, Map<String, Object> properties) {
        if (properties.isEmpty()) return;
        all.put(prefix + "properties", properties);
        properties.forEach((name, value) -> all.put(prefix + name, value));
    }
}
