package dev.gatehouse.group;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.ConstraintViolation;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.secret.TimeOrderedUuid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Makes groups, changes their names, and lets them go.
public final class Groups {

    private static final String UNIQUE_NAME = "uq_person_group_name";
    private static final String PRIMARY_KEY = "pk_person_group";

    private final GroupStore store = new GroupStore();
    private final Database database;
    private final Relationships relationships;
    private final AuditLog audit;

    public Groups(Database database, Relationships relationships, AuditLog audit) {
        this.database = database;
        this.relationships = relationships;
        this.audit = audit;
    }

    /// @param id as in `group:ID`
    public Optional<Group> find(String tenantId, String id) {
        return database.read(tx -> store.find(tx, tenantId, id));
    }

    /// @param prefix of the name, in whatever case
    /// @param after the last group of the page before
    /// @return in the order of their ids, `limit` at most
    public List<Group> list(String tenantId, Optional<String> prefix, Optional<String> after, int limit) {
        return database.read(tx -> store.list(tx, tenantId, prefix, after, limit));
    }

    /// @param id its name in relationships; empty: one is made up
    public GroupChange create(
            String tenantId, Optional<String> id, String name, Optional<String> description, Origin origin) {
        var fault = GroupNames.fault(id, name);
        if (fault.isPresent()) return new GroupChange.Refused(fault.get());
        return judged(() -> database.write(tx -> {
            var chosen = id.orElseGet(() -> TimeOrderedUuid.at(tx.now()).toString());
            var group = new Group(tenantId, chosen, name.strip(), description, tx.now(), tx.now());
            store.add(tx, group);
            record(tx, group, "group.created", origin, Map.of("name", group.name()));
            return new GroupChange.Done(group);
        }));
    }

    /// @param change gives the group as it shall be; of it only name and description are written. It may run
    ///     more than
    ///     once.
    public GroupChange change(String tenantId, String id, UnaryOperator<Group> change, Origin origin) {
        return judged(() -> database.write(tx -> store.take(tx, tenantId, id)
                .<GroupChange>map(before -> replace(tx, before, change.apply(before), origin))
                .orElseGet(GroupChange.NoSuchGroup::new)));
    }

    /// Removes a group with every relationship about it: who is in it, what it is in, and what its members
    /// may by it.
    public GroupChange remove(String tenantId, String id, Origin origin) {
        return database.write(tx -> store.take(tx, tenantId, id)
                .<GroupChange>map(group -> {
                    store.remove(tx, tenantId, id);
                    relationships.forget(tx, tenantId, group.object(), origin);
                    record(tx, group, "group.removed", origin, Map.of("name", group.name()));
                    return new GroupChange.Done(group);
                })
                .orElseGet(GroupChange.NoSuchGroup::new));
    }

    private GroupChange replace(Tx tx, Group before, Group wanted, Origin origin) {
        var group = before.with(wanted.name().strip(), wanted.description(), tx.now());
        store.replace(tx, group);
        record(tx, group, "group.changed", origin, Map.of("name", group.name()));
        return new GroupChange.Done(group);
    }

    private void record(Tx tx, Group group, String action, Origin origin, Map<String, String> details) {
        audit.append(tx, new AuditEvent(group.tenantId(), action, group.id(), origin, details));
    }

    private static GroupChange judged(Supplier<GroupChange> work) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            if (violation.isOf(UNIQUE_NAME)) return new GroupChange.NameTaken();
            if (violation.isOf(PRIMARY_KEY)) return new GroupChange.IdTaken();
            throw violation;
        }
    }
}
