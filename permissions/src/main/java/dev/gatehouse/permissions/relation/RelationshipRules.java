package dev.gatehouse.permissions.relation;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Nearest;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Type;
import dev.gatehouse.permissions.relation.RelationshipFault.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a model lets a relationship be written.
///
/// Each step asks what only makes sense when the step before found nothing: how the names are written;
/// whether there is such a relation; whether it may name such a user; whether the condition fits.
public final class RelationshipRules {

    private final AuthorizationModel model;

    public RelationshipRules(AuthorizationModel model) {
        this.model = model;
    }

    /// @return all that is wrong with it at the first step that finds something; empty: it may be written
    public List<RelationshipFault> faults(Relationship relationship) {
        return firstFound(
                () -> names(relationship),
                () -> relation(relationship),
                () -> user(relationship),
                () -> condition(relationship),
                () -> context(relationship));
    }

    /// How the names of a relationship are written: all that can be asked of one that is to be deleted, since
    /// what stands may have come in under an older model.
    public static List<RelationshipFault> names(Relationship relationship) {
        return found(Stream.of(
                NameRules.object(relationship.object()),
                NameRules.relation(relationship.relation()),
                NameRules.user(relationship.user())));
    }

    /// How the names are written by which relationships are looked for: one that no relationship can have
    /// would find nothing, and never say why.
    public static List<RelationshipFault> sought(Optional<String> object, Optional<String> user) {
        return found(Stream.of(object.flatMap(NameRules::object), user.flatMap(NameRules::user)));
    }

    /// What is wrong with the name of one thing or person, `document:charter`.
    public static Optional<String> name(String object) {
        return NameRules.object(object).map(RelationshipFault::message);
    }

    private List<RelationshipFault> relation(Relationship relationship) {
        return found(Stream.of(objectRelation(relationship), knownUser(relationship.user())));
    }

    private Optional<RelationshipFault> objectRelation(Relationship relationship) {
        var type = Names.type(relationship.object());
        var name = relationship.relation();
        var known = model.type(type);
        if (known.isEmpty()) return Optional.of(unknownType("object", type));
        var relation = known.get().relation(name);
        if (relation.isEmpty()) return Optional.of(unknownRelation("relation", known.get(), name));
        if (!relation.get().directTypes().isEmpty()) return Optional.empty();
        return Optional.of(fault(
                "relation", Kind.NOT_WRITABLE, name + " of " + type + " follows from other relations; write those"));
    }

    private Optional<RelationshipFault> knownUser(String user) {
        var type = Names.type(user);
        var known = model.type(type);
        if (known.isEmpty()) return Optional.of(unknownType("user", type));
        if (!Names.isUserset(user)) return Optional.empty();
        var name = Names.relation(user);
        return known.get().relation(name).isPresent()
                ? Optional.empty()
                : Optional.of(unknownRelation("user", known.get(), name));
    }

    private List<RelationshipFault> user(Relationship relationship) {
        if (!allowed(relationship).isEmpty()) return List.of();
        var kind = Names.isEverybody(relationship.user()) ? Kind.WILDCARD_NOT_ALLOWED : Kind.USER_NOT_ALLOWED;
        var written = relationOf(relationship);
        return List.of(fault(
                "user",
                kind,
                relationship.relation() + " of " + Names.type(relationship.object()) + " may name "
                        + listed(written.directTypes().stream().map(DirectType::toString)) + "; not "
                        + shape(relationship.user())));
    }

    private List<RelationshipFault> condition(Relationship relationship) {
        var name = relationship.condition().map(ConditionUse::name);
        if (name.isPresent() && model.condition(name.get()).isEmpty())
            return List.of(fault(
                    "condition/name",
                    Kind.UNKNOWN_CONDITION,
                    "the model has no condition " + name.get() + "; it has "
                            + Nearest.to(name.get(), model.conditions().keySet())));
        var allowed = allowed(relationship);
        if (allowed.stream().anyMatch(type -> type.condition().equals(name))) return List.of();
        var asked = listed(allowed.stream().flatMap(type -> type.condition().stream()));
        if (name.isEmpty())
            return List.of(fault(
                    "condition",
                    Kind.CONDITION_MISSING,
                    shape(relationship.user()) + " may be named with a condition only: " + asked));
        return List.of(fault(
                "condition/name",
                Kind.CONDITION_NOT_ALLOWED,
                shape(relationship.user()) + " may be named "
                        + (asked.isEmpty() ? "without a condition only" : "with another condition: " + asked)));
    }

    private List<RelationshipFault> context(Relationship relationship) {
        return relationship
                .condition()
                .map(use -> ContextRules.faults(model.condition(use.name()).orElseThrow(), use.context()))
                .orElse(List.of());
    }

    /// The forms in which the relation may name such a user, each with another condition or without.
    private List<DirectType> allowed(Relationship relationship) {
        var user = relationship.user();
        var type = Names.type(user);
        var everybody = Names.isEverybody(user);
        var relation = Names.isUserset(user) ? Optional.of(Names.relation(user)) : Optional.<String>empty();
        return relationOf(relationship).directTypes().stream()
                .filter(direct -> direct.type().equals(type)
                        && direct.wildcard() == everybody
                        && direct.relation().equals(relation))
                .toList();
    }

    private Relation relationOf(Relationship relationship) {
        return model.relation(Names.type(relationship.object()), relationship.relation())
                .orElseThrow();
    }

    private RelationshipFault unknownType(String place, String type) {
        var known = Nearest.to(type, model.types().keySet());
        return fault(place, Kind.UNKNOWN_TYPE, "the model has no type " + type + "; it has " + known);
    }

    private static RelationshipFault unknownRelation(String place, Type type, String relation) {
        var known = Nearest.to(relation, type.relations().keySet());
        return fault(
                place,
                Kind.UNKNOWN_RELATION,
                "the type " + type.name() + " has no relation " + relation + "; it has " + known);
    }

    /// What kind of user it is: `person`, `group#member`, `person:*`.
    private static String shape(String user) {
        var type = Names.type(user);
        if (Names.isEverybody(user)) return Names.everybody(type);
        return Names.isUserset(user) ? type + "#" + Names.relation(user) : type;
    }

    private static String listed(Stream<String> names) {
        return names.distinct().collect(joining(", "));
    }

    private static RelationshipFault fault(String place, Kind kind, String message) {
        return new RelationshipFault(place, kind, message);
    }

    private static List<RelationshipFault> found(Stream<Optional<RelationshipFault>> faults) {
        return faults.flatMap(Optional::stream).toList();
    }

    private interface Step {
        List<RelationshipFault> faults();
    }

    private static List<RelationshipFault> firstFound(Step... steps) {
        for (var step : steps) {
            var faults = step.faults();
            if (!faults.isEmpty()) return faults;
        }
        return List.of();
    }
}
