package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.ContextualSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// From AuthZEN's words into those of a model: a subject is a user, a resource an object, and an action the
/// relation of its name, or the one that has `can_` before it.
///
/// A kind of resource that the model does not know is one of the things of the ready model, where actions are
/// not relations but words in the roles: `document` with id `charter` is `thing:document/charter`, and
/// whoever may do something to it is in its relation `may` when the context says which `action` is meant.
///
/// @param model that the question is asked of
/// @spec https://openfga.dev/docs/interacting/authzen#mapping-authzen-to-openfga-concepts OpenFGA: AuthZEN
record Translation(AuthorizationModel model) {

    private static final String THING = "thing";
    private static final String MAY = "may";
    private static final String WITHIN = "within";
    private static final String EVERYTHING = "thing:everything";
    private static final String CAN = "can_";

    /// What it is in the model to do something to a kind of resource.
    ///
    /// @param type of the objects
    /// @param prefix what their ids begin with, before the id of the resource
    /// @param relation that gives the right
    /// @param action what the context must say of it
    record Target(String type, String prefix, String relation, Optional<String> action) {

        String object(String id) {
            return type + ":" + prefix + id;
        }

        /// The ids of resources among objects of the type.
        ///
        /// @param objects in order, as the ids will be
        List<String> ids(Collection<String> objects) {
            var beginning = object("");
            return objects.stream()
                    .filter(object -> object.startsWith(beginning))
                    .map(object -> object.substring(beginning.length()))
                    .toList();
        }

        Map<String, Object> context(Map<String, Object> circumstances) {
            if (action.isEmpty()) return circumstances;
            var context = new HashMap<>(circumstances);
            context.put("action", action.get());
            return context;
        }
    }

    Target target(String resourceType, String action) {
        if (isThing(resourceType)) return new Target(THING, resourceType + "/", MAY, Optional.of(action));
        var can = CAN + action;
        var isShort = !has(resourceType, action) && has(resourceType, can);
        return new Target(resourceType, "", isShort ? can : action, Optional.empty());
    }

    /// The same model and moment, where besides a thing is within all of its type, and that within everything: a
    /// role that is given there counts for things too of which no relationship says anything.
    Permissions around(Entity resource, Permissions permissions) {
        if (!isThing(resource.type())) return permissions;
        var thing = target(resource.type(), "").object(resource.id());
        var type = THING + ":" + resource.type();
        var within = List.of(Relationship.of(thing, WITHIN, type), Relationship.of(type, WITHIN, EVERYTHING));
        var snapshot = new ContextualSnapshot(permissions.snapshot(), within);
        return new Permissions(permissions.model(), snapshot, permissions.limits());
    }

    Question question(Evaluation asked) {
        var target = target(asked.resource().type(), asked.action().name());
        var circumstances = Circumstances.of(
                asked.subject().properties(),
                asked.action().properties(),
                asked.resource().properties(),
                asked.context());
        return new Question(
                asked.subject().name(),
                target.relation(),
                target.object(asked.resource().id()),
                target.context(circumstances));
    }

    /// Every action that there is on a kind of resource, in order: whatever relation it has, since each can
    /// be asked for.
    List<String> actions(String resourceType) {
        return model.type(resourceType)
                .map(type -> List.copyOf(new TreeSet<>(type.relations().keySet())))
                .orElse(List.of());
    }

    /// Whether it is known by the ready model only. A type ends where its slash stands: with one of its own
    /// it would be taken for a thing, and all of that type for parts of it.
    boolean isThing(String resourceType) {
        return resourceType.indexOf('/') < 0 && model.type(resourceType).isEmpty() && has(THING, MAY);
    }

    private boolean has(String type, String relation) {
        return model.relation(type, relation).isPresent();
    }
}
