package dev.gatehouse.role;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How roles are spelled as relationships of the ready model.
///
/// ```
/// role:editor#includes@person:* with lists_action {"actions": ["read", "write"]}     what it allows
/// thing:everything#role@role:editor                                                  and where
/// role:editor#holder@person:bob                                                      everywhere
///
/// assignment:editor/document/charter#holder@person:bob                               on one thing
/// assignment:editor/document/charter#role@role:editor
/// thing:document/charter#assignment@assignment:editor/document/charter
/// thing:document/charter#within@thing:document
/// thing:document#within@thing:everything
/// ```
final class RoleNames {

    static final String ROLE = "role";
    static final String ASSIGNMENT = "assignment";
    static final String HOLDER = "holder";
    static final String INCLUDES = "includes";
    static final String WITHIN = "within";
    static final String EVERYTHING = "thing:everything";

    private static final String CONDITION = "lists_action";
    private static final String ACTIONS = "actions";
    private static final List<String> ACTORS = List.of("person", "client");

    private RoleNames() {}

    static String role(String name) {
        return ROLE + ":" + name;
    }

    /// The object whose holders hold the role there.
    static String held(String role, Reach reach) {
        return switch (reach) {
            case Reach.Everywhere _ -> role(role);
            case Reach.OfType _, Reach.OneThing _ -> assignments(role) + Names.id(reach.thing());
        };
    }

    /// How all assignments of a role begin.
    static String assignments(String role) {
        return ASSIGNMENT + ":" + role + "/";
    }

    /// What [#held] says.
    ///
    /// @return empty for an object that somebody else has named
    static Optional<Holding> holding(String object, String user) {
        var id = Names.id(object);
        if (Names.type(object).equals(ROLE)) return Optional.of(Holding.of(id, user, Reach.EVERYWHERE));
        var slash = id.indexOf('/');
        if (!Names.type(object).equals(ASSIGNMENT) || slash <= 0 || slash == id.length() - 1) return Optional.empty();
        return Optional.of(Holding.of(id.substring(0, slash), user, Reach.of(id.substring(slash + 1))));
    }

    /// What makes a role allow actions, everywhere to those who hold it everywhere.
    static List<Relationship> definition(String role, List<String> actions) {
        var all = new ArrayList<Relationship>();
        var use = new ConditionUse(CONDITION, Map.of(ACTIONS, actions));
        for (var actor : ACTORS)
            all.add(Relationship.of(role(role), INCLUDES, Names.everybody(actor))
                    .with(use));
        all.add(Relationship.of(EVERYTHING, ROLE, role(role)));
        return all;
    }

    /// The actions that a relationship of the definition lists.
    static List<String> actions(Relationship includes) {
        var listed = includes.condition().map(use -> use.context().get(ACTIONS));
        return listed.orElse(null) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// What ties an assignment to its role and its thing, and the thing to what it is a part of.
    static List<Relationship> ties(String role, Reach reach) {
        var all = new ArrayList<Relationship>();
        if (!(reach instanceof Reach.Everywhere)) all.addAll(assignment(role, reach));
        for (var inner = reach; inner.wider().isPresent(); inner = inner.wider().get())
            all.add(Relationship.of(inner.thing(), WITHIN, inner.wider().get().thing()));
        return all;
    }

    /// What ties it to its role and its thing alone.
    static List<Relationship> assignment(String role, Reach reach) {
        var assignment = held(role, reach);
        return List.of(
                Relationship.of(assignment, ROLE, role(role)), Relationship.of(reach.thing(), ASSIGNMENT, assignment));
    }
}
