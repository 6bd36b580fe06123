package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A model and some relationships to ask about.
///
/// @param model in the language
record Scene(String model, List<Relationship> relationships) {

    /// @param relationships `document:charter#viewer@person:bob`, with ` with CONDITION` behind it or not
    static Scene of(String model, String... relationships) {
        return new Scene(
                model, Arrays.stream(relationships).map(Scene::relationship).toList());
    }

    static Relationship relationship(String text) {
        var parts = text.split(" with ");
        var hash = parts[0].indexOf('#');
        var at = parts[0].indexOf('@', hash);
        var relationship = Relationship.of(
                parts[0].substring(0, hash), parts[0].substring(hash + 1, at), parts[0].substring(at + 1));
        return parts.length == 1 ? relationship : relationship.with(new ConditionUse(parts[1], Map.of()));
    }

    AuthorizationModel read() {
        return switch (ModelText.read(model)) {
            case ModelReading.Read(var read) -> read;
            case ModelReading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    Permissions permissions() {
        return new Permissions(read(), PlainSnapshot.of(relationships), Limits.USUAL);
    }
}
