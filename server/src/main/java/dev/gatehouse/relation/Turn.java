package dev.gatehouse.relation;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.WriteResult.Conflict;
import dev.gatehouse.relation.WriteResult.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One transaction's turn to change the relationships of a tenant: from its making to the end of the
/// transaction nobody else has it. It takes the next revision, and gives it back if nothing is changed.
final class Turn {

    /// Followers on this node read more changes than this from the database, rather than to get them in one
    /// list.
    private static final int CARRIED = 5_000;

    private final Tx tx;
    private final String tenantId;
    private final Origin origin;
    private final RelationshipStore store;
    private final ChangeStore row;
    private final KindStore kinds = new KindStore();
    private final List<Follower> followers;
    private final long revision;
    private final List<Change> carried = new ArrayList<>();
    private final Map<Kind, Long> counted = new HashMap<>();
    private int written;
    private int deleted;

    /// @param followers are told right after the commit
    Turn(Tx tx, String tenantId, Origin origin, RelationshipStore store, ChangeStore row, List<Follower> followers) {
        this.tx = tx;
        this.tenantId = tenantId;
        this.origin = origin;
        this.store = store;
        this.row = row;
        this.followers = followers;
        this.revision = row.advance(tx, tenantId);
    }

    /// Only what was judged inside the turn holds to its end.
    WriteResult make(Changes changes) {
        var verdict = Verdict.of(changes, store, tx, tenantId);
        if (!verdict.faults().isEmpty()) {
            end();
            return new Conflict(verdict.faults());
        }
        store.remove(
                tx,
                tenantId,
                verdict.deletes().stream().map(RelationshipKey::of).toList());
        store.add(tx, tenantId, verdict.writes(), revision);
        append(Change.Kind.DELETED, verdict.deletes());
        append(Change.Kind.WRITTEN, verdict.writes());
        return new Written(end());
    }

    /// Removes every relationship about a thing or a person.
    ConsistencyToken forget(String name) {
        deleted = new ForgettingStore(tx, tenantId, revision, origin.actor()).forget(name);
        if (deleted <= CARRIED) row.stream(tx, tenantId, revision - 1, gone -> carry(gone.change()));
        else kinds.inRevision(tx, tenantId, revision).forEach((kind, gone) -> counted.put(kind, -gone));
        return end();
    }

    /// Whether something was changed.
    boolean isSpent() {
        return written + deleted > 0;
    }

    /// As audit records tell it: how much, not what, which stands in the row of changes.
    AuditEvent told() {
        var details = Map.of(
                "revision", Long.toString(revision),
                "written", Integer.toString(written),
                "deleted", Integer.toString(deleted));
        return new AuditEvent(tenantId, "relationship.changed", "-", origin, details);
    }

    private void append(Change.Kind kind, List<Relationship> relationships) {
        var changes = new ArrayList<StoredChange>();
        for (var relationship : relationships) {
            var change = new Change(kind, relationship);
            changes.add(new StoredChange(tenantId, revision, written + deleted, change, tx.now(), origin.actor()));
            if (kind == Change.Kind.WRITTEN) written++;
            else deleted++;
            carry(change);
        }
        row.append(tx, changes);
    }

    private void carry(Change change) {
        carried.add(change);
        counted.merge(Kind.of(change.relationship()), change.kind() == Change.Kind.WRITTEN ? 1L : -1L, Long::sum);
    }

    private ConsistencyToken end() {
        if (!isSpent()) {
            row.stay(tx, tenantId);
            return new ConsistencyToken(tenantId, revision - 1);
        }
        kinds.count(tx, tenantId, counted);
        // Those that are not carried are read by whoever wants them.
        var commit = new Commit(tenantId, revision, List.copyOf(carried));
        tx.afterCommit(() -> followers.forEach(follower -> follower.committed(commit)));
        row.announce(tx, tenantId, revision);
        return new ConsistencyToken(tenantId, revision);
    }
}
