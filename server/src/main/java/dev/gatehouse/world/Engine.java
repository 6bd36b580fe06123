package dev.gatehouse.world;

import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.ContextualSnapshot;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.List;

/// What questions about relationships are asked of.
///
/// @param snapshot of the relationships that stand
public record Engine(AuthorizationModel model, Snapshot snapshot, Limits limits) {

    /// The obvious one, which needs nothing.
    static Engine plain(AuthorizationModel model, List<Relationship> relationships) {
        return new Engine(model, PlainSnapshot.of(relationships), Limits.USUAL);
    }

    /// @param contextual relationships that stand for one question alone
    Permissions with(List<Relationship> contextual) {
        var whole = contextual.isEmpty() ? snapshot : new ContextualSnapshot(snapshot, contextual);
        return new Permissions(model, whole, limits);
    }
}
