package dev.gatehouse.permissions.model;

import java.util.List;
import java.util.stream.Collectors;

/// Writes the text form.
final class ModelPrinter {

    private ModelPrinter() {}

    static String print(AuthorizationModel model) {
        var text = new StringBuilder("model\n  schema ")
                .append(model.schemaVersion())
                .append('\n');
        model.types().values().forEach(type -> type(type, text));
        model.conditions().values().forEach(condition -> condition(condition, text));
        return text.toString();
    }

    private static void type(Type type, StringBuilder text) {
        text.append("\ntype ").append(type.name()).append('\n');
        if (type.relations().isEmpty()) return;
        text.append("  relations\n");
        type.relations()
                .values()
                .forEach(relation -> text.append("    define ")
                        .append(relation.name())
                        .append(": ")
                        .append(rewrite(relation.rewrite(), relation))
                        .append('\n'));
    }

    private static String rewrite(Rewrite rewrite, Relation relation) {
        return switch (rewrite) {
            case Rewrite.Union(var children) -> joined(children, " or ", relation);
            case Rewrite.Intersection(var children) -> joined(children, " and ", relation);
            case Rewrite.Exclusion(var base, var subtract) -> joined(List.of(base, subtract), " but not ", relation);
            case Rewrite.This _, Rewrite.ComputedUserset _, Rewrite.TupleToUserset _ -> operand(rewrite, relation);
        };
    }

    private static String joined(List<Rewrite> children, String operator, Relation relation) {
        return children.stream().map(child -> operand(child, relation)).collect(Collectors.joining(operator));
    }

    private static String operand(Rewrite rewrite, Relation relation) {
        return switch (rewrite) {
            case Rewrite.This() ->
                relation.directTypes().stream().map(DirectType::toString).collect(Collectors.joining(", ", "[", "]"));
            case Rewrite.ComputedUserset(var computed) -> computed;
            case Rewrite.TupleToUserset(var tupleset, var computed) -> computed + " from " + tupleset;
            case Rewrite.Union _, Rewrite.Intersection _, Rewrite.Exclusion _ -> "(" + rewrite(rewrite, relation) + ")";
        };
    }

    private static void condition(Condition condition, StringBuilder text) {
        var parameters = condition.expression().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + ": " + parameter.getValue())
                .collect(Collectors.joining(", "));
        text.append("\ncondition ")
                .append(condition.name())
                .append('(')
                .append(parameters)
                .append(") {\n  ")
                .append(condition.expression().source())
                .append("\n}\n");
    }
}
