package dev.gatehouse.openfga;

import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.web.shape.Doc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

@Doc("Who, which relation, to what.")
record QuestionKeyView(
        @Doc(example = "person:bob", value = "A user, a userset or everybody of a type.")
        String user,

        @Doc(example = "viewer", value = "Which relation.") String relation,

        @Doc(example = "document:charter", value = "To what.")
        String object) {

    Question question(Optional<Map<String, Object>> context) {
        return new Question(user, relation, object, known(context));
    }

    /// What is given as `null` counts as left out.
    static Map<String, Object> known(Optional<Map<String, Object>> context) {
        var known = new LinkedHashMap<>(context.orElse(Map.of()));
        known.values().removeIf(Objects::isNull);
        return known;
    }
}
