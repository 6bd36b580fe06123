package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

/// A relationship as JSON.
@Doc("That somebody has a relation to something.")
public record RelationshipView(
        @Doc(value = "TYPE:ID.", example = "document:charter")
        String object,

        @Doc(value = "One of the type of the object.", example = "viewer")
        String relation,

        @Doc(value = "TYPE:ID, TYPE:ID#RELATION or TYPE:*.", example = "group:staff#member")
        String user,

        @Doc("What must be true at the moment of a question for it to count.")
        Optional<ConditionView> condition) {

    @Doc("A condition of the model, and values for some of its parameters.")
    public record ConditionView(
            String name,

            @Doc("Values that a question cannot change.") Optional<Map<String, Object>> context) {}

    public static RelationshipView of(Relationship relationship) {
        return new RelationshipView(
                relationship.object(),
                relationship.relation(),
                relationship.user(),
                relationship.condition().map(RelationshipView::view));
    }

    private static ConditionView view(ConditionUse use) {
        return new ConditionView(use.name(), Optional.of(use.context()).filter(context -> !context.isEmpty()));
    }

    /// What the caller wrote, as a relationship. Whether the model allows it is for others to say.
    public Relationship relationship() {
        var use = condition.map(
                view -> new ConditionUse(view.name(), view.context().orElse(Map.of())));
        return new Relationship(object, relation, user, use);
    }
}
