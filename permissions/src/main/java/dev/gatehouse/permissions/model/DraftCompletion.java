package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelCompilation;
import dev.gatehouse.permissions.cel.CelExpression;
import dev.gatehouse.permissions.cel.CelFault;
import dev.gatehouse.permissions.cel.CelType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes a model of a draft, if nothing is wrong with it.
final class DraftCompletion {

    private final Faults faults;

    private DraftCompletion(Faults faults) {
        this.faults = faults;
    }

    /// @param faults of reading; those of the rules and of the expressions come to them
    static ModelReading complete(Draft draft, AuthorizationModel beneath, Faults faults) {
        ModelRules.judge(new Known(draft, Drafts.of(beneath)), faults);
        return complete(draft, faults);
    }

    /// The same without the rules.
    static ModelReading complete(Draft draft, Faults faults) {
        var completion = new DraftCompletion(faults);
        var conditions = draft.conditions().stream()
                .flatMap(condition -> completion.condition(condition).stream())
                .toList();
        if (!faults.isEmpty()) return new ModelReading.Refused(faults.all());
        var plain = AuthorizationModel.of(
                draft.types().stream().map(DraftCompletion::type).toList(), conditions);
        return new ModelReading.Read(
                new AuthorizationModel(draft.schemaVersion().text(), plain.types(), plain.conditions()));
    }

    private Optional<Condition> condition(Draft.Condition draft) {
        var parameters = new LinkedHashMap<String, CelType>();
        draft.parameters().forEach(parameter -> parameters.put(parameter.name().text(), parameter.type()));
        return switch (CelExpression.compile(draft.expression().text(), parameters)) {
            case CelCompilation.Compiled(var expression) ->
                Optional.of(new Condition(draft.name().text(), expression));
            case CelCompilation.Faulty(var all) -> {
                all.forEach(fault -> faults.add(fault(fault, draft)));
                yield Optional.empty();
            }
        };
    }

    /// In a tree the expression is one text; where in it the fault is stands in the message.
    private static ModelFault fault(CelFault fault, Draft.Condition condition) {
        var message = fault.message().substring(0, 1).toUpperCase(Locale.ROOT)
                + fault.message().substring(1) + ".";
        return switch (condition.expression().place()) {
            case Place.InText text -> new ModelFault(text.plus(fault.line(), fault.column()), message, "", List.of());
            case Place other ->
                new ModelFault(
                        other,
                        "Line %d, column %d: %s".formatted(fault.line(), fault.column(), message),
                        "",
                        List.of());
        };
    }

    private static Type type(Draft.Type draft) {
        return Type.of(
                draft.name().text(),
                draft.relations().stream().map(DraftCompletion::relation).toList());
    }

    private static Relation relation(Draft.Relation draft) {
        return new Relation(
                draft.name().text(),
                rewrite(draft.rewrite()),
                draft.directTypes().stream().map(Draft.Direct::finished).toList());
    }

    private static Rewrite rewrite(Draft.Rewrite draft) {
        return switch (draft) {
            case Draft.Rewrite.This _ -> new Rewrite.This();
            case Draft.Rewrite.Computed(var relation) -> new Rewrite.ComputedUserset(relation.text());
            case Draft.Rewrite.From(var computed, var tupleset) ->
                new Rewrite.TupleToUserset(tupleset.text(), computed.text());
            case Draft.Rewrite.Union(var children) -> new Rewrite.Union(all(children));
            case Draft.Rewrite.Intersection(var children) -> new Rewrite.Intersection(all(children));
            case Draft.Rewrite.Exclusion(var base, var subtract) ->
                new Rewrite.Exclusion(rewrite(base), rewrite(subtract));
            case Draft.Rewrite.Unreadable _ ->
                throw new IllegalStateException("what could not be read has a fault, and is never completed");
        };
    }

    private static List<Rewrite> all(Collection<Draft.Rewrite> drafts) {
        return drafts.stream().map(DraftCompletion::rewrite).toList();
    }
}
