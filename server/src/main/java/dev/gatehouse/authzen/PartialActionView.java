package dev.gatehouse.authzen;

import dev.gatehouse.web.shape.Doc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

@Doc("An action, or what is common to many.")
record PartialActionView(Optional<@Size(max = 256) String> name, Optional<Map<String, Object>> properties) {

    PartialActionView over(PartialActionView byDefault) {
        return new PartialActionView(name.or(byDefault::name), properties);
    }

    Action action() {
        return new Action(name.orElseThrow(), properties.orElse(Map.of()));
    }
}
