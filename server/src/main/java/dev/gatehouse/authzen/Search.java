package dev.gatehouse.authzen;

import java.util.Map;
import java.util.Objects;

/// What is searched for: an evaluation in which one thing is left open.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-search-apis AuthZEN §8
sealed interface Search {

    /// Who may do it? The id of the subject is open, and empty here.
    record Subjects(Evaluation open) implements Search {}

    /// To what may it be done? The id of the resource is open, and empty here.
    record Resources(Evaluation open) implements Search {}

    /// What may be done? The name of the action is open, and empty here.
    record Actions(Evaluation open) implements Search {}

    Evaluation open();

    /// Tells searches apart, on every node alike: it depends on nothing but what was sent.
    default int fingerprint() {
        var kind = getClass().getSimpleName();
        return Objects.hash(
                kind, hash(open().subject()), hash(open().resource()), hash(open().action()), hash(open().context()));
    }

    private static int hash(Entity entity) {
        return Objects.hash(entity.type(), entity.id(), hash(entity.properties()));
    }

    private static int hash(Action action) {
        return Objects.hash(action.name(), hash(action.properties()));
    }

    private static int hash(Map<String, Object> members) {
        return members.hashCode();
    }
}
