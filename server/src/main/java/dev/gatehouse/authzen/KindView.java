package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

@Doc("What is searched for. An `id` is passed over.")
record KindView(
        @Doc(value = "A type of the model.", example = "document") @Size(max = 254)
        String type,

        @Doc("What conditions may need to know of all of them.")
        Optional<Map<String, Object>> properties) {

    /// Which one is open.
    Entity entity() {
        return new Entity(type, "", properties.orElse(Map.of()));
    }
}
