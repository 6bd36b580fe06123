package dev.gatehouse.role;

import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Doc("A role: what whoever holds it may do.")
record RoleView(
        String name,
        Optional<String> description,

        @Doc("What it allows, in the application's own words.")
        List<String> actions,

        Instant createdAt,
        Instant updatedAt) {

    static RoleView of(Role role) {
        return new RoleView(role.name(), role.description(), role.actions(), role.createdAt(), role.updatedAt());
    }
}
