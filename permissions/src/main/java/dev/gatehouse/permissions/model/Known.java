package dev.gatehouse.permissions.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that a draft may name: what it defines itself, and the types and conditions of the model beneath that
/// it does not define anew.
///
/// Of what is there twice the first counts.
final class Known {

    private final Draft draft;
    private final Map<String, Draft.Type> types = new LinkedHashMap<>();
    private final Map<String, Map<String, Draft.Relation>> relations = new LinkedHashMap<>();
    private final Set<String> conditions;

    Known(Draft draft, Draft beneath) {
        this.draft = draft;
        Stream.of(draft, beneath).flatMap(each -> each.types().stream()).forEach(this::add);
        conditions = Stream.of(draft, beneath)
                .flatMap(each -> each.conditions().stream())
                .map(condition -> condition.name().text())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(Draft.Type type) {
        if (types.putIfAbsent(type.name().text(), type) != null) return;
        var byName = new LinkedHashMap<String, Draft.Relation>();
        type.relations().forEach(relation -> byName.putIfAbsent(relation.name().text(), relation));
        relations.put(type.name().text(), byName);
    }

    Draft draft() {
        return draft;
    }

    /// Those of the draft and those beneath it.
    Iterable<Draft.Type> types() {
        return types.values();
    }

    boolean hasType(String type) {
        return types.containsKey(type);
    }

    boolean hasCondition(String condition) {
        return conditions.contains(condition);
    }

    boolean hasRelation(String type, String relation) {
        return find(type, relation).isPresent();
    }

    Optional<Draft.Relation> find(String type, String relation) {
        return Optional.ofNullable(relations.getOrDefault(type, Map.of()).get(relation));
    }
}
