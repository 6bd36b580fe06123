package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

/// What a model says can come to something.
final class ReachRules {

    private ReachRules() {}

    /// A relation that leads only back to itself is a mistake, as is one that is taken from where nobody has
    /// it.
    static void everyRelationCanBeHad(Known known, Faults faults) {
        var reach = new Reach(known);
        for (var type : known.types()) {
            for (var relation : type.relations()) {
                if (reach.isPossible(type, relation)) continue;
                faults.add(
                        relation.name(),
                        "Nobody can ever have " + quoted(relation.name().text())
                                + ": no way to it begins with somebody in brackets.");
            }
        }
    }

    /// `define a: [person] but not b` with `define b: a` would have no answer.
    static void nothingDependsOnItsOwnAbsence(Known known, Faults faults) {
        for (var type : known.types()) {
            var circles = new Circles(type);
            for (var relation : type.relations()) {
                circles.subtractedIn(relation)
                        .forEach(subtracted -> faults.add(
                                subtracted,
                                quoted(relation.name().text()) + " takes away " + quoted(subtracted.text())
                                        + ", which depends on "
                                        + quoted(relation.name().text()) + " itself."));
            }
        }
    }
}
