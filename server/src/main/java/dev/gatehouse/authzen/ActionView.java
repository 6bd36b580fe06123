package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

@Doc("What somebody wants to do.")
record ActionView(
        @Doc(value = "A relation of the resource's type, with or without `can_`.", example = "read") @Size(max = 256)
        String name,

        @Doc("What conditions may need to know of it: `action_NAME` there.")
        Optional<Map<String, Object>> properties) {

    Action action() {
        return new Action(name, properties.orElse(Map.of()));
    }
}
