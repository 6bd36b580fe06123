package dev.gatehouse.role;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.group.Grantees;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.ChangeFault;
import dev.gatehouse.relation.ChangeFault.Kind.OfState;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives roles and takes them.
public final class Holders {

    private final RoleStore roles = new RoleStore();
    private final Database database;
    private final Relationships relationships;
    private final Grantees grantees;
    private final AuditLog audit;

    public Holders(Database database, Relationships relationships, Grantees grantees, AuditLog audit) {
        this.database = database;
        this.relationships = relationships;
        this.grantees = grantees;
        this.audit = audit;
    }

    /// Gives somebody a role, unless he holds it there.
    public RoleChange give(String tenantId, Holding holding, Origin origin) {
        try {
            return database.write(tx -> {
                var isNew = write(tx, tenantId, Changes.write(holding.relationship()), origin);
                // Asked after the write, which has given this transaction the turn: what is found holds until it ends.
                judge(tx, tenantId, holding);
                var ties = RoleNames.ties(holding.role(), holding.reach());
                if (!ties.isEmpty()) write(tx, tenantId, new Changes(ties, List.of(), List.of(), true), origin);
                if (isNew) record(tx, tenantId, "role.given", holding, origin);
                return new RoleChange.Settled();
            });
        } catch (RoleChange.Undone undone) {
            return undone.outcome();
        }
    }

    /// Takes a role from somebody, if he holds it there. What he holds elsewhere, or by a group, he keeps.
    public RoleChange take(String tenantId, Holding holding, Origin origin) {
        return database.write(tx -> {
            if (roles.find(tx, tenantId, holding.role()).isEmpty()) return new RoleChange.NoSuchRole();
            var result = relationships.write(tx, tenantId, Changes.delete(holding.relationship()), origin);
            if (result instanceof WriteResult.Written) {
                untieIfLast(tx, tenantId, holding, origin);
                record(tx, tenantId, "role.taken", holding, origin);
            }
            return new RoleChange.Settled();
        });
    }

    /// @return whether anything was written; otherwise it was there
    private boolean write(Tx tx, String tenantId, Changes changes, Origin origin) {
        return switch (relationships.write(tx, tenantId, changes, origin)) {
            case WriteResult.Written _ -> true;
            case WriteResult.Conflict(var faults) when areThere(faults) -> false;
            case WriteResult.Conflict(var faults) -> throw new RoleChange.Undone(new RoleChange.NotInModel(faults));
            case WriteResult.Invalid(var faults) -> throw new RoleChange.Undone(new RoleChange.NotInModel(faults));
        };
    }

    private static boolean areThere(List<ChangeFault> faults) {
        return faults.stream().allMatch(fault -> fault.kind() == OfState.EXISTS);
    }

    private void judge(Tx tx, String tenantId, Holding holding) {
        if (roles.find(tx, tenantId, holding.role()).isEmpty())
            throw new RoleChange.Undone(new RoleChange.NoSuchRole());
        if (!grantees.exists(tx, tenantId, holding.holder()))
            throw new RoleChange.Undone(new RoleChange.NoSuchSubject());
    }

    /// An assignment that nobody holds would be looked at by every question about its thing. What the thing
    /// is a part of stays said: other things may be parts of it.
    private void untieIfLast(Tx tx, String tenantId, Holding holding, Origin origin) {
        if (holding.reach() instanceof Reach.Everywhere) return;
        var object = RoleNames.held(holding.role(), holding.reach());
        var left = RelationshipFilter.ofObject(object).withRelation(RoleNames.HOLDER);
        if (!relationships.list(tx, tenantId, left, Optional.empty(), 1).isEmpty()) return;
        var ties = RoleNames.assignment(holding.role(), holding.reach()).toArray(Relationship[]::new);
        relationships.write(tx, tenantId, Changes.delete(ties).whateverIsThere(), origin);
    }

    private void record(Tx tx, String tenantId, String action, Holding holding, Origin origin) {
        var details = Map.of(
                "holder", holding.holder().name(),
                "on", Names.id(holding.reach().thing()));
        audit.append(tx, new AuditEvent(tenantId, action, holding.role(), origin, details));
    }
}
