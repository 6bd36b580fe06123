package dev.gatehouse.group;

import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.Optional;

@Doc("A group of people, applications and other groups.")
record GroupView(
        @Doc("Its name in relationships, as in `group:ID#member`.")
        String id,

        @Doc("Its name for people, and in the claim `groups`.")
        String name,

        Optional<String> description,
        Instant createdAt,
        Instant updatedAt) {

    static GroupView of(Group group) {
        return new GroupView(group.id(), group.name(), group.description(), group.createdAt(), group.updatedAt());
    }
}
