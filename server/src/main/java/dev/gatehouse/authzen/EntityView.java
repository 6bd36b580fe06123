package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

@Doc("A subject or a resource.")
record EntityView(
        @Doc(value = "A type of the model.", example = "document") @Size(max = 254)
        String type,

        @Doc(value = "Which one of the type.", example = "charter") @Size(max = 512)
        String id,

        @Doc("What conditions may need to know of it: `subject_NAME` or `resource_NAME` there.")
        Optional<Map<String, Object>> properties) {

    Entity entity() {
        return new Entity(type, id, properties.orElse(Map.of()));
    }
}
