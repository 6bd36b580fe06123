package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes the tree form. Every relation has its entry under `metadata`, also where it names nobody directly.
final class TreeWriter {

    private TreeWriter() {}

    static Map<String, Object> write(AuthorizationModel model) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schema_version", model.schemaVersion());
        tree.put("type_definitions", each(model.types().values(), TreeWriter::type));
        if (!model.conditions().isEmpty()) tree.put("conditions", conditions(model));
        return tree;
    }

    private static Map<String, Object> type(Type type) {
        var relations = new LinkedHashMap<String, Object>();
        var metadata = new LinkedHashMap<String, Object>();
        type.relations().forEach((name, relation) -> {
            relations.put(name, rewrite(relation.rewrite()));
            metadata.put(name, Map.of("directly_related_user_types", each(relation.directTypes(), TreeWriter::direct)));
        });
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", type.name());
        tree.put("relations", relations);
        if (!metadata.isEmpty()) tree.put("metadata", Map.of("relations", metadata));
        return tree;
    }

    private static Map<String, Object> direct(DirectType direct) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", direct.type());
        direct.relation().ifPresent(relation -> tree.put("relation", relation));
        if (direct.wildcard()) tree.put("wildcard", Map.of());
        direct.condition().ifPresent(condition -> tree.put("condition", condition));
        return tree;
    }

    private static Map<String, Object> rewrite(Rewrite rewrite) {
        return switch (rewrite) {
            case Rewrite.This() -> Map.of("this", Map.of());
            case Rewrite.ComputedUserset(var relation) -> Map.of("computedUserset", relation(relation));
            case Rewrite.TupleToUserset(var tupleset, var computed) -> {
                var tree = new LinkedHashMap<String, Object>();
                tree.put("tupleset", relation(tupleset));
                tree.put("computedUserset", relation(computed));
                yield Map.of("tupleToUserset", tree);
            }
            case Rewrite.Union(var children) -> Map.of("union", children(children));
            case Rewrite.Intersection(var children) -> Map.of("intersection", children(children));
            case Rewrite.Exclusion(var base, var subtract) -> {
                var tree = new LinkedHashMap<String, Object>();
                tree.put("base", rewrite(base));
                tree.put("subtract", rewrite(subtract));
                yield Map.of("difference", tree);
            }
        };
    }

    private static Map<String, Object> relation(String name) {
        return Map.of("relation", name);
    }

    private static Map<String, Object> children(List<Rewrite> children) {
        return Map.of("child", each(children, TreeWriter::rewrite));
    }

    private static Map<String, Object> conditions(AuthorizationModel model) {
        var trees = new LinkedHashMap<String, Object>();
        model.conditions().forEach((name, condition) -> trees.put(name, condition(condition)));
        return trees;
    }

    private static Map<String, Object> condition(Condition condition) {
        var parameters = new LinkedHashMap<String, Object>();
        condition
                .expression()
                .parameters()
                .forEach((name, type) -> parameters.put(name, TreeParameterType.write(type)));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", condition.name());
        tree.put("expression", condition.expression().source());
        tree.put("parameters", parameters);
        return tree;
    }

    private static <T> List<Object> each(Collection<T> things, Function<T, Map<String, Object>> write) {
        return things.stream().<Object>map(write::apply).toList();
    }
}
