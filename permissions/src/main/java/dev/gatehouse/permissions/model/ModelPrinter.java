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

    /// How many characters of the text are brackets. A tree says in a few words what a text must write out as
    /// often as it stands there, so this is to be asked before a tree of strangers is printed.
    static long lengthOfBrackets(AuthorizationModel model) {
        return model.types().values().stream()
                .flatMap(type -> type.relations().values().stream())
                .mapToLong(relation ->
                        (long) count(relation.rewrite()) * brackets(relation).length())
                .sum();
    }

    private static int count(Rewrite rewrite) {
        return switch (rewrite) {
            case Rewrite.This() -> 1;
            case Rewrite.ComputedUserset _, Rewrite.TupleToUserset _ -> 0;
            case Rewrite.Union(var children) ->
                children.stream().mapToInt(ModelPrinter::count).sum();
            case Rewrite.Intersection(var children) ->
                children.stream().mapToInt(ModelPrinter::count).sum();
            case Rewrite.Exclusion(var base, var subtract) -> count(base) + count(subtract);
        };
    }

    private static String brackets(Relation relation) {
        return relation.directTypes().stream().map(DirectType::toString).collect(Collectors.joining(", ", "[", "]"));
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
            case Rewrite.This() -> brackets(relation);
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
