package dev.gatehouse.right;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.relation.Asked;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.Snapshots;
import dev.gatehouse.tenant.Tenant;

/// Tells what somebody may do with Gatehouse. Everything administrative asks here and nowhere else; who is not allowed
/// is not.
public final class Rights {

    private final Snapshots snapshots;
    private final Limits limits;

    public Rights(Snapshots snapshots, Limits limits) {
        this.snapshots = snapshots;
        this.limits = limits;
    }

    /// Whether the right to the whole of this server is somebody's.
    public boolean has(Actor actor, Right right) {
        return holds(actor, right.relation(), Right.GATEHOUSE);
    }

    /// Whether the right to one tenant's part of it is somebody's: who has it to the whole has it to each.
    public boolean has(Actor actor, Right right, String tenantId) {
        return tenantId.equals(Tenant.MAIN)
                ? has(actor, right)
                : holds(actor, right.relation(), Right.gatehouse(tenantId)) || has(actor, right);
    }

    /// Whether somebody may do everything, by name or through a group or a role.
    public boolean isAdministrator(Actor actor) {
        return holds(actor, Right.ADMINISTRATOR, Right.GATEHOUSE);
    }

    private boolean holds(Actor actor, String relation, String object) {
        var question = Question.of(actor.name(), relation, object);
        var asked = snapshots.ask(
                Tenant.MAIN,
                new Consistency.BestHere(),
                snapshot -> new Permissions(ReadyModel.MODEL, snapshot, limits)
                        .check(question)
                        .isAllowed());
        return asked instanceof Asked.Answered<Boolean>(var isAllowed, var _) && isAllowed;
    }
}
