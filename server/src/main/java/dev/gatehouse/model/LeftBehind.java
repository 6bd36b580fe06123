package dev.gatehouse.model;

import java.util.Optional;

/// Relationships of one kind that are stored and that a model does not know or does not allow: they decide
/// nothing until a model allows them again.
///
/// @param relationships how many
/// @param objectType `document`
/// @param user `person`, `group#member` or `person:*`
/// @param condition the name of the one that they have
/// @param why what the model says against them
public record LeftBehind(
        long relationships, String objectType, String relation, String user, Optional<String> condition, String why) {

    /// As the language would have it, `document#editor@person`.
    @Override
    public String toString() {
        return objectType + "#" + relation + "@" + user
                + condition.map(" with "::concat).orElse("");
    }
}
