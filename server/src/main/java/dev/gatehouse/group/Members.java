package dev.gatehouse.group;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.group.Membership.NoSuchGroup;
import dev.gatehouse.group.Membership.NoSuchSubject;
import dev.gatehouse.group.Membership.NotInModel;
import dev.gatehouse.group.Membership.Settled;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
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

/// Who is in which group.
public final class Members {

    private final GroupStore groups = new GroupStore();
    private final Database database;
    private final Relationships relationships;
    private final Grantees grantees;
    private final AuditLog audit;

    public Members(Database database, Relationships relationships, Grantees grantees, AuditLog audit) {
        this.database = database;
        this.relationships = relationships;
        this.grantees = grantees;
        this.audit = audit;
    }

    /// Those who are in it themselves, not by another group.
    ///
    /// @param after the last member of the page before
    /// @return in the order of their names, `limit` at most
    public List<Grantee> list(Group group, Optional<Grantee> after, int limit) {
        var about = RelationshipFilter.ofObject(group.object()).withRelation(Grantee.MEMBER);
        var last = after.map(grantee -> membership(group.id(), grantee));
        return relationships.list(group.tenantId(), about, last, limit).stream()
                .map(stored -> Grantee.ofUser(stored.relationship().user()))
                .toList();
    }

    /// Adds a member, unless he is one.
    public Membership add(String tenantId, String groupId, Grantee member, Origin origin) {
        var wish = membership(groupId, member);
        try {
            return database.write(tx -> switch (relationships.write(tx, tenantId, Changes.write(wish), origin)) {
                case WriteResult.Written _ -> {
                    judge(tx, tenantId, groupId, member);
                    record(tx, tenantId, groupId, "group.member-added", member, origin);
                    yield new Settled();
                }
                case WriteResult.Conflict(var faults) -> {
                    if (!are(OfState.EXISTS, faults)) yield new NotInModel(faults);
                    judge(tx, tenantId, groupId, member);
                    yield new Settled();
                }
                case WriteResult.Invalid(var faults) -> new NotInModel(faults);
            });
        } catch (Undone undone) {
            return undone.outcome;
        }
    }

    /// Takes a member out, if he is one.
    public Membership remove(String tenantId, String groupId, Grantee member, Origin origin) {
        var wish = membership(groupId, member);
        return database.write(tx -> {
            if (groups.find(tx, tenantId, groupId).isEmpty()) return new NoSuchGroup();
            var result = relationships.write(tx, tenantId, Changes.delete(wish), origin);
            if (result instanceof WriteResult.Written)
                record(tx, tenantId, groupId, "group.member-removed", member, origin);
            return new Settled();
        });
    }

    /// Asked after the write, which has given this transaction the turn: what is found holds until it ends.
    private void judge(Tx tx, String tenantId, String groupId, Grantee member) {
        if (groups.find(tx, tenantId, groupId).isEmpty()) throw new Undone(new NoSuchGroup());
        if (!grantees.exists(tx, tenantId, member)) throw new Undone(new NoSuchSubject());
        if (!member.isGroup()) return;
        var outer = Grantee.ofGroup(groupId).name();
        new Nesting(relationships, tx, tenantId).fault(member.name(), outer).ifPresent(fault -> {
            throw new Undone(fault);
        });
    }

    private void record(Tx tx, String tenantId, String groupId, String action, Grantee member, Origin origin) {
        audit.append(tx, new AuditEvent(tenantId, action, groupId, origin, Map.of("member", member.name())));
    }

    private static boolean are(OfState kind, List<ChangeFault> faults) {
        return faults.stream().allMatch(fault -> fault.kind() == kind);
    }

    private static Relationship membership(String groupId, Grantee member) {
        return Relationship.of(Grantee.ofGroup(groupId).name(), Grantee.MEMBER, member.user());
    }

    /// Undoes the transaction. It never leaves this class.
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Membership outcome;

        Undone(Membership outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
