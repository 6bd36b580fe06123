package dev.gatehouse.permissions.check;

import java.util.Optional;

/// Which kind of users a list is about: `person`, or the usersets `group#member`.
public record SubjectFilter(String type, Optional<String> relation) {

    /// Single users of a type, and everybody of it: no usersets.
    public static SubjectFilter of(String type) {
        return new SubjectFilter(type, Optional.empty());
    }

    @Override
    public String toString() {
        return type + relation.map("#"::concat).orElse("");
    }
}
