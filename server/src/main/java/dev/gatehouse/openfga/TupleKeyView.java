package dev.gatehouse.openfga;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Doc("A relationship.")
record TupleKeyView(
        @Doc(example = "person:bob", value = "Who: a user, a userset or everybody of a type.")
        String user,

        @Doc(example = "viewer", value = "Which relation.") String relation,

        @Doc(example = "document:charter", value = "To what.")
        String object,

        Optional<ConditionView> condition) {

    @Doc("What must be true at the moment of a question for the relationship to count.")
    record ConditionView(
            String name, @Doc("Values that are fixed.") Optional<Map<String, Object>> context) {}

    static TupleKeyView of(Relationship relationship) {
        return new TupleKeyView(
                relationship.user(),
                relationship.relation(),
                relationship.object(),
                relationship.condition().map(use -> new ConditionView(use.name(), Optional.of(use.context()))));
    }

    static List<Relationship> relationships(List<TupleKeyView> keys) {
        return keys.stream().map(TupleKeyView::relationship).toList();
    }

    Relationship relationship() {
        var bare = Relationship.of(object, relation, user);
        return condition
                .map(use -> bare.with(new ConditionUse(use.name(), QuestionKeyView.given(use.context()))))
                .orElse(bare);
    }
}
