package dev.gatehouse.role;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what roles there are, and lets them go.
public final class Roles {

    private static final int PART = 200;

    private final RoleStore store = new RoleStore();
    private final Database database;
    private final Relationships relationships;
    private final AuditLog audit;

    public Roles(Database database, Relationships relationships, AuditLog audit) {
        this.database = database;
        this.relationships = relationships;
        this.audit = audit;
    }

    /// @param name `editor`
    public Optional<Role> find(String tenantId, String name) {
        return database.read(tx -> store.find(tx, tenantId, name).map(role -> whole(tx, role)));
    }

    /// @param after the last role of the page before
    /// @return in the order of their names, `limit` at most
    public List<Role> list(String tenantId, Optional<String> after, int limit) {
        return database.read(tx -> store.list(tx, tenantId, after, limit).stream()
                .map(role -> whole(tx, role))
                .toList());
    }

    /// Defines a role, or defines it anew: who holds it stays.
    public RoleChange define(
            String tenantId, String name, Optional<String> description, List<String> actions, Origin origin) {
        try {
            return database.write(tx -> {
                var before = store.take(tx, tenantId, name).map(role -> whole(tx, role));
                var made = before.map(Role::createdAt).orElseGet(tx::now);
                var wanted = new Role(tenantId, name, description, actions, made, tx.now());
                if (before.filter(wanted::saysTheSame).isPresent()) return new RoleChange.Settled();
                store.put(tx, wanted);
                define(tx, wanted, origin);
                var details = Map.of("actions", String.join(" ", wanted.actions()));
                audit.append(tx, new AuditEvent(tenantId, "role.defined", name, origin, details));
                return new RoleChange.Settled();
            });
        } catch (RoleChange.Undone undone) {
            return undone.outcome();
        }
    }

    /// Removes a role with every relationship about it: whoever held it holds it no more, anywhere.
    public RoleChange remove(String tenantId, String name, Origin origin) {
        return database.write(tx -> {
            if (store.take(tx, tenantId, name).isEmpty()) return new RoleChange.NoSuchRole();
            store.remove(tx, tenantId, name);
            // Otherwise one that is given at this moment would be missed.
            relationships.takeTurn(tx, tenantId);
            forgetAssignments(tx, tenantId, name, origin);
            relationships.forget(tx, tenantId, RoleNames.role(name), origin);
            audit.append(tx, new AuditEvent(tenantId, "role.removed", name, origin));
            return new RoleChange.Settled();
        });
    }

    private void define(Tx tx, Role role, Origin origin) {
        var definition = RoleNames.definition(role.name(), role.actions());
        var conditional =
                definition.stream().filter(each -> each.condition().isPresent()).toList();
        // What is deleted goes first: those with other actions are replaced.
        var result =
                relationships.write(tx, role.tenantId(), new Changes(definition, conditional, List.of(), true), origin);
        switch (result) {
            case WriteResult.Written _ -> {}
            case WriteResult.Invalid(var faults) -> throw new RoleChange.Undone(new RoleChange.NotInModel(faults));
            case WriteResult.Conflict(var faults) -> throw new RoleChange.Undone(new RoleChange.NotInModel(faults));
        }
    }

    private void forgetAssignments(Tx tx, String tenantId, String name, Origin origin) {
        var about = RelationshipFilter.ofUser(RoleNames.role(name))
                .withRelation(RoleNames.ROLE)
                .withObjectType(RoleNames.ASSIGNMENT);
        var last = Optional.<Relationship>empty();
        do {
            var page = relationships.list(tx, tenantId, about, last, PART);
            for (var each : page) {
                var object = each.relationship().object();
                if (object.startsWith(RoleNames.assignments(name))) relationships.forget(tx, tenantId, object, origin);
            }
            last = page.size() < PART
                    ? Optional.empty()
                    : Optional.of(page.getLast().relationship());
        } while (last.isPresent());
    }

    private Role whole(ReadTx tx, Role role) {
        var about = RelationshipFilter.ofObject(RoleNames.role(role.name())).withRelation(RoleNames.INCLUDES);
        var actions = relationships.list(tx, role.tenantId(), about, Optional.empty(), PART).stream()
                .flatMap(stored -> RoleNames.actions(stored.relationship()).stream())
                .toList();
        return role.with(actions);
    }
}
