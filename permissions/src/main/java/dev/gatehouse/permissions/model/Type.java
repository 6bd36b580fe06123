package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A kind of thing: of those who may do something, or of those to which something may be done.
///
/// @param relations by their names, in the order in which they were written
public record Type(String name, Map<String, Relation> relations) {

    public Type {
        name = name.intern();
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
    }

    /// @param relations in their order; of two with one name the later counts
    public static Type of(String name, Collection<Relation> relations) {
        var byName = new LinkedHashMap<String, Relation>();
        relations.forEach(relation -> byName.put(relation.name(), relation));
        return new Type(name, byName);
    }

    public Optional<Relation> relation(String relation) {
        return Optional.ofNullable(relations.get(relation));
    }
}
