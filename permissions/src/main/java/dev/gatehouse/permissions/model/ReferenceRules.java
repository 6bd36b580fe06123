package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Whatever a model names is there.
final class ReferenceRules {

    private ReferenceRules() {}

    static void directTypesAreThere(Known known, Faults faults) {
        everyRelation(known, (_, relation) -> {
            for (var direct : relation.directTypes()) judge(direct, known, faults);
        });
    }

    private static void judge(Draft.Direct direct, Known known, Faults faults) {
        var type = direct.type();
        if (!known.hasType(type.text())) faults.add(type, missingType(type));
        direct.relation().ifPresent(relation -> {
            if (direct.wildcard())
                faults.add(
                        relation,
                        "Everybody of a type, " + quoted(type.text() + ":*") + ", has no relation; write one of both.");
            else if (known.hasType(type.text()) && !known.hasRelation(type.text(), relation.text()))
                faults.add(relation, missing(relation, type.text()));
        });
        direct.condition()
                .filter(condition -> !known.hasCondition(condition.text()))
                .ifPresent(condition -> faults.add(condition, missingCondition(condition)));
    }

    /// `$expression` is OpenFGA's sign for a condition that each relationship brings along; its servers know
    /// it as an experiment only.
    private static String missingCondition(Word condition) {
        if (condition.text().equals("$expression"))
            return "Relationships cannot bring conditions of their own, `$expression`; define one and name it.";
        return "There is no condition " + quoted(condition.text()) + ".";
    }

    /// Only trees can break this: in a text the brackets are both.
    static void bracketsStandWhereTheyAreMeant(Known known, Faults faults) {
        everyRelation(known, (_, relation) -> {
            var isAssignable = Rewrites.parts(relation.rewrite()).anyMatch(Draft.Rewrite.This.class::isInstance);
            var isUnreadable = Rewrites.parts(relation.rewrite()).anyMatch(Draft.Rewrite.Unreadable.class::isInstance);
            if (isAssignable && relation.directTypes().isEmpty() && !isUnreadable)
                faults.add(
                        relation.name(),
                        quoted(relation.name().text()) + " can be given directly, but nothing says to whom.");
            if (!isAssignable && !relation.directTypes().isEmpty() && !isUnreadable)
                faults.add(
                        relation.name(),
                        quoted(relation.name().text())
                                + " says to whom it is given directly, but its rewrite has no `this`.");
        });
    }

    static void relationsAreThere(Known known, Faults faults) {
        everyRewrite(known, (type, part) -> {
            if (part instanceof Draft.Rewrite.Computed(var relation)
                    && !known.hasRelation(type.name().text(), relation.text()))
                faults.add(relation, missing(relation, type.name().text()));
        });
    }

    /// The same pair of relations is judged once, for many relations of a type may take the same from the
    /// same.
    static void whatComesFromSomewhereIsThere(Known known, Faults faults) {
        var fine = new HashSet<List<String>>();
        everyRewrite(known, (type, part) -> {
            if (!(part instanceof Draft.Rewrite.From from) || faults.isFull()) return;
            var pair = List.of(
                    type.name().text(), from.computed().text(), from.tupleset().text());
            if (!fine.contains(pair) && judge(from, type, known, faults)) fine.add(pair);
        });
    }

    /// @return whether it is fine
    private static boolean judge(Draft.Rewrite.From from, Draft.Type type, Known known, Faults faults) {
        var tupleset = from.tupleset();
        var leading = known.find(type.name().text(), tupleset.text());
        if (leading.isEmpty()) {
            faults.add(tupleset, missing(tupleset, type.name().text()));
            return false;
        }
        var rewrite = leading.get().rewrite();
        if (rewrite instanceof Draft.Rewrite.Unreadable) return true;
        if (!(rewrite instanceof Draft.Rewrite.This)) {
            faults.add(
                    tupleset,
                    "Behind `from` stands a relation that is only given directly; " + quoted(tupleset.text())
                            + " is more than its brackets.");
            return false;
        }
        leading.get().directTypes().stream()
                .filter(direct -> direct.wildcard() || direct.relation().isPresent())
                .findFirst()
                .ifPresent(direct -> faults.add(
                        tupleset,
                        "Behind `from` stands a relation to single objects; " + quoted(tupleset.text())
                                + " may also name " + quoted(direct.finished().toString()) + "."));
        return judgeWhatIsAsked(from.computed(), tupleset, leading.get().directTypes(), known, faults);
    }

    private static boolean judgeWhatIsAsked(
            Word computed, Word tupleset, List<Draft.Direct> directTypes, Known known, Faults faults) {
        var types = directTypes.stream()
                .map(direct -> direct.type().text())
                .distinct()
                .toList();
        if (types.stream().anyMatch(type -> !known.hasType(type) || known.hasRelation(type, computed.text())))
            return true;
        faults.add(
                computed,
                "No type that " + quoted(tupleset.text()) + " leads to has the relation " + quoted(computed.text())
                        + ": "
                        + types.stream().map(ModelFault::quoted).limit(10).collect(Collectors.joining(", "))
                        + ".");
        return false;
    }

    private static String missingType(Word type) {
        return type.text().isEmpty() ? "A type is missing here." : "There is no type " + quoted(type.text()) + ".";
    }

    private static String missing(Word relation, String type) {
        if (relation.text().isEmpty()) return "A relation is missing here.";
        return "There is no relation " + quoted(relation.text()) + " in the type " + quoted(type) + ".";
    }

    /// Also of the model beneath: what is defined anew may take away what that one needs.
    private static void everyRelation(Known known, BiConsumer<Draft.Type, Draft.Relation> each) {
        for (var type : known.types()) type.relations().forEach(relation -> each.accept(type, relation));
    }

    private static void everyRewrite(Known known, BiConsumer<Draft.Type, Draft.Rewrite> each) {
        everyRelation(
                known, (type, relation) -> Rewrites.parts(relation.rewrite()).forEach(part -> each.accept(type, part)));
    }
}
