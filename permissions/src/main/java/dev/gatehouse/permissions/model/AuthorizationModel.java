package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What there is and who has which right to it by what: the types, their relations, and the conditions.
///
/// It is as it was written: whether it makes sense is for the model's rules to say, and everybody who
/// evaluates one has asked them.
///
/// @param schemaVersion of the language, `1.1`
/// @param types by their names, in the order in which they were written
/// @param conditions by their names, in the order in which they were written
/// @spec https://openfga.dev/docs/configuration-language OpenFGA's configuration language
public record AuthorizationModel(String schemaVersion, Map<String, Type> types, Map<String, Condition> conditions) {

    /// Says nothing.
    public static final AuthorizationModel EMPTY = of(List.of(), List.of());

    public AuthorizationModel {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

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

    public Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Optional<Relation> relation(String type, String relation) {
        var known = types.get(type);
        return known == null ? Optional.empty() : known.relation(relation);
    }

    public Optional<Condition> condition(String name) {
        return Optional.ofNullable(conditions.get(name));
    }
}
