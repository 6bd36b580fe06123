package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The relations of a model that are lists of names and nothing more, as `member: [person, group#member]` is:
/// brackets without conditions, and all groups in them are such lists again.
///
/// Whether somebody stands on such a list can be told from her side too: she is in few groups, where a group
/// may have thousands below it. From there a "no" and a circle look alike, so that way is open only where the
/// two come to the same, which is wherever nothing is subtracted.
public final class Rosters {

    private final Map<Subtracted.Spot, Roster> rosters = new LinkedHashMap<>();
    private final Set<Relation> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /// A relation that is a list of names, and that other brackets name.
    public static final class Roster {

        private final String type;
        private final Relation relation;
        private final List<Roster> above = new ArrayList<>();

        private Roster(String type, Relation relation) {
            this.type = type;
            this.relation = relation;
        }

        public String type() {
            return type;
        }

        public Relation relation() {
            return relation;
        }

        /// The rosters that may name all who are on this one.
        public List<Roster> above() {
            return above;
        }
    }

    Rosters(AuthorizationModel model) {
        model.types()
                .values()
                .forEach(type -> type.relations()
                        .values()
                        .forEach(relation -> relation.directTypes().forEach(direct -> addNamed(model, direct))));
        while (rosters.values().removeIf(roster -> !namesRostersOnly(roster.relation())))
            ;
        rosters.values()
                .forEach(roster -> roster.relation().directTypes().stream()
                        .flatMap(direct -> named(direct).stream())
                        .forEach(below -> below.above.add(roster)));
        var subtracted = new Subtracted(model);
        model.types().values().forEach(type -> tell(type, subtracted));
    }

    private void addNamed(AuthorizationModel model, DirectType direct) {
        if (direct.relation().isEmpty()) return;
        model.relation(direct.type(), direct.relation().get())
                .filter(Rosters::isList)
                .ifPresent(relation -> rosters.putIfAbsent(
                        new Subtracted.Spot(direct.type(), relation.name()), new Roster(direct.type(), relation)));
    }

    private static boolean isList(Relation relation) {
        return relation.rewrite() instanceof Rewrite.This
                && relation.directTypes().stream()
                        .allMatch(direct -> direct.condition().isEmpty());
    }

    private boolean namesRostersOnly(Relation relation) {
        return relation.directTypes().stream()
                .allMatch(
                        direct -> direct.relation().isEmpty() || !named(direct).isEmpty());
    }

    private List<Roster> named(DirectType direct) {
        if (direct.relation().isEmpty()) return List.of();
        var roster =
                rosters.get(new Subtracted.Spot(direct.type(), direct.relation().get()));
        return roster == null ? List.of() : List.of(roster);
    }

    private void tell(Type type, Subtracted subtracted) {
        for (var relation : type.relations().values()) {
            if (!subtracted.has(type.name(), relation.name()) && relation.namesUsersets() && namesRostersOnly(relation))
                told.add(relation);
        }
    }

    /// All of them.
    public Iterable<Roster> all() {
        return rosters.values();
    }

    /// Whether all groups in the brackets of a relation are rosters, and a circle among them comes to no more
    /// than a "no".
    public boolean tellOf(Relation relation) {
        return told.contains(relation);
    }
}
