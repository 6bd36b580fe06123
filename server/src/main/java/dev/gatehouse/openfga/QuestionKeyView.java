package dev.gatehouse.openfga;

import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.web.shape.Doc;
import java.util.Map;
import java.util.Optional;

@Doc("Who, which relation, to what.")
record QuestionKeyView(
        @Doc(example = "person:bob", value = "A user, a userset or everybody of a type.")
        String user,

        @Doc(example = "viewer", value = "Which relation.") String relation,

        @Doc(example = "document:charter", value = "To what.")
        String object) {

    Question question(Optional<Map<String, Object>> context) {
        return new Question(user, relation, object, given(context));
    }

    /// With all that is `null`: a parameter of any type may be it.
    static Map<String, Object> given(Optional<Map<String, Object>> context) {
        return context.orElse(Map.of());
    }
}
