package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What there is and who has which right to it by what: the types, their relations, and the conditions.
///
/// It is as it was written: whether it makes sense is for the model's rules to say, and everybody who
/// evaluates one has asked them.
///
/// What follows from it for every question is found once, when it is first asked for, and kept.
///
/// @spec https://openfga.dev/docs/configuration-language OpenFGA's configuration language
public final class AuthorizationModel {

    /// Says nothing.
    public static final AuthorizationModel EMPTY = of(List.of(), List.of());

    private final String schemaVersion;
    private final Map<String, Type> types;
    private final Map<String, Condition> conditions;
    private final Set<String> open;

    /// Found twice it is the same, so that no thread has to wait for another.
    private Rosters rosters;

    /// @param schemaVersion of the language, `1.1`
    /// @param types by their names, in the order in which they were written
    /// @param conditions by their names, in the order in which they were written
    public AuthorizationModel(String schemaVersion, Map<String, Type> types, Map<String, Condition> conditions) {
        this.schemaVersion = schemaVersion;
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        this.conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        this.open = types.values().stream()
                .flatMap(type -> type.relations().values().stream())
                .flatMap(relation -> relation.directTypes().stream())
                .filter(DirectType::wildcard)
                .map(DirectType::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A model of schema 1.1.
    ///
    /// @param types in their order; of two with one name the later counts
    /// @param conditions likewise
    public static AuthorizationModel of(Collection<Type> types, Collection<Condition> conditions) {
        var typesByName = new LinkedHashMap<String, Type>();
        types.forEach(type -> typesByName.put(type.name(), type));
        var conditionsByName = new LinkedHashMap<String, Condition>();
        conditions.forEach(condition -> conditionsByName.put(condition.name(), condition));
        return new AuthorizationModel("1.1", typesByName, conditionsByName);
    }

    /// This model, and whatever the other has under names that this one does not use.
    public AuthorizationModel over(AuthorizationModel beneath) {
        var both = new LinkedHashMap<>(types);
        beneath.types.forEach(both::putIfAbsent);
        var bothConditions = new LinkedHashMap<>(conditions);
        beneath.conditions.forEach(bothConditions::putIfAbsent);
        return new AuthorizationModel(schemaVersion, both, bothConditions);
    }

    public String schemaVersion() {
        return schemaVersion;
    }

    /// By their names, in the order in which they were written.
    public Map<String, Type> types() {
        return types;
    }

    /// By their names, in the order in which they were written.
    public Map<String, Condition> conditions() {
        return conditions;
    }

    /// @param name `document`
    public Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /// @return empty if there is no such type, or none of its relations is called so
    public Optional<Relation> relation(String type, String relation) {
        return Optional.ofNullable(find(type, relation));
    }

    /// @return `null` if there is none: for those who ask a million times a second
    public Relation find(String type, String relation) {
        var known = types.get(type);
        return known == null ? null : known.relations().get(relation);
    }

    public Optional<Condition> condition(String name) {
        return Optional.ofNullable(conditions.get(name));
    }

    /// Whether relationships may name everybody of a type.
    public boolean namesEverybody(String type) {
        return open.contains(type);
    }

    /// Its relations that are lists of names and nothing more.
    public Rosters rosters() {
        if (rosters == null) rosters = new Rosters(this);
        return rosters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorizationModel model
                && schemaVersion.equals(model.schemaVersion)
                && types.equals(model.types)
                && conditions.equals(model.conditions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schemaVersion, types, conditions);
    }

    @Override
    public String toString() {
        return "AuthorizationModel" + types.keySet();
    }
}
