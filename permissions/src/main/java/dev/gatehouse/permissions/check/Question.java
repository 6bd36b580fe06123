package dev.gatehouse.permissions.check;

import java.util.Map;

/// "Has this user this relation to this object?"
///
/// @param user `person:bob`, `group:staff#member` or `person:*`
/// @param object `document:charter`
/// @param context values for the conditions, as JSON has them
public record Question(String user, String relation, String object, Map<String, Object> context) {

    /// Without values for conditions.
    public static Question of(String user, String relation, String object) {
        return new Question(user, relation, object, Map.of());
    }

    /// The same question, with other values for conditions.
    public Question in(Map<String, Object> other) {
        return new Question(user, relation, object, other);
    }
}
