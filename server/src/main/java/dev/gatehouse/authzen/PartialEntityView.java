package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

@Doc("A subject or a resource, or what is common to many.")
record PartialEntityView(
        Optional<@Size(max = 254) String> type,
        Optional<@Size(max = 512) String> id,
        Optional<Map<String, Object>> properties) {

    /// The one of an item, which stands for itself; only its name may come from the default in parts.
    PartialEntityView over(PartialEntityView byDefault) {
        return new PartialEntityView(type.or(byDefault::type), id.or(byDefault::id), properties);
    }

    Entity entity() {
        return new Entity(type.orElseThrow(), id.orElseThrow(), properties.orElse(Map.of()));
    }
}
