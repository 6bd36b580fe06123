package dev.gatehouse.relation;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Change.Kind;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.WriteResult.Conflict;
import dev.gatehouse.relation.WriteResult.Invalid;
import dev.gatehouse.relation.WriteResult.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/// Writes and removes relationships, and shows which there are.
///
/// A transaction that changes some has its tenant's relationships to itself from then on to its end. Change
/// them late in a larger one, but before its audit record.
public final class Relationships {

    /// So many go at a time when everything about something goes.
    private static final int PART = 500;

    /// Followers on this node read more changes than this from the database, rather than to get them in one
    /// list.
    private static final int CARRIED = 5_000;

    private final RelationshipStore store = new RelationshipStore();
    private final ChangeStore row = new ChangeStore();
    private final Database database;
    private final AuditLog audit;
    private final BiFunction<ReadTx, String, AuthorizationModel> models;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /// @param models the model that relationships of a tenant are judged by
    public Relationships(Database database, AuditLog audit, BiFunction<ReadTx, String, AuthorizationModel> models) {
        this.database = database;
        this.audit = audit;
        this.models = models;
    }

    /// Changes relationships in a transaction of their own, with an audit record. Who asks for it is named
    /// there and in the row of changes.
    public WriteResult write(String tenantId, Changes changes, Origin origin) {
        return write(tenantId, changes, database.read(tx -> models.apply(tx, tenantId)), origin);
    }

    /// The same for whoever writes by another model than the tenant's current one.
    public WriteResult write(String tenantId, Changes changes, AuthorizationModel model, Origin origin) {
        var faults = ChangeRules.faults(changes, model);
        if (!faults.isEmpty()) return new Invalid(faults);
        return database.write(tx -> {
            var turn = new Turn(tx, tenantId, origin);
            var result = turn.make(changes);
            if (turn.isSpent()) record(tx, turn, origin);
            return result;
        });
    }

    /// Changes relationships as part of something larger. What is refused is not done, but undoes nothing
    /// else.
    public WriteResult write(Tx tx, String tenantId, Changes changes, Origin origin) {
        return write(tx, tenantId, changes, models.apply(tx, tenantId), origin);
    }

    /// The same for whoever writes by another model than the tenant's current one.
    public WriteResult write(Tx tx, String tenantId, Changes changes, AuthorizationModel model, Origin origin) {
        var faults = ChangeRules.faults(changes, model);
        return faults.isEmpty() ? new Turn(tx, tenantId, origin).make(changes) : new Invalid(faults);
    }

    /// Takes the turn to change relationships without a change yet: what is listed from now on holds until
    /// the transaction ends.
    public void takeTurn(Tx tx, String tenantId) {
        row.advance(tx, tenantId);
        row.stay(tx, tenantId);
    }

    /// Removes every relationship about a thing or a person: its own, those that name it, and those that name
    /// a userset of it.
    ///
    /// @param name `group:staff`, `person:bob`
    public ConsistencyToken forget(Tx tx, String tenantId, String name, Origin origin) {
        return new Turn(tx, tenantId, origin).forget(name);
    }

    /// The same in a transaction of its own, with an audit record.
    public ConsistencyToken forget(String tenantId, String name, Origin origin) {
        return database.write(tx -> {
            var turn = new Turn(tx, tenantId, origin);
            var token = turn.forget(name);
            if (turn.isSpent()) record(tx, turn, origin);
            return token;
        });
    }

    /// Removes some of a tenant's relationships for good, and of what is known of them: for a tenant that is
    /// gone.
    ///
    /// @return how many rows were removed; fewer than `most` when none is left
    public int erase(Tx tx, String tenantId, int most) {
        var gone = store.erase(tx, tenantId, most);
        return gone + row.erase(tx, tenantId, most - gone);
    }

    /// Ends the row of changes of a tenant that has none any more.
    public void close(Tx tx, String tenantId) {
        row.close(tx, tenantId);
    }

    /// @param after the last of the page before
    /// @return in the order of their objects, of a filter by user alone in that of their users; `limit` at
    ///     most
    public List<StoredRelationship> list(
            String tenantId, RelationshipFilter filter, Optional<Relationship> after, int limit) {
        return database.read(tx -> list(tx, tenantId, filter, after, limit));
    }

    /// The same as part of something larger.
    public List<StoredRelationship> list(
            ReadTx tx, String tenantId, RelationshipFilter filter, Optional<Relationship> after, int limit) {
        return store.list(tx, tenantId, filter, after.map(RelationshipKey::of), limit);
    }

    /// @param after the last place that was seen
    /// @param objectType only changes of objects of this type
    /// @param limit how many at most
    /// @return nothing if some of the changes after that place are no longer kept
    public Optional<ChangePage> changes(String tenantId, Place after, Optional<String> objectType, int limit) {
        return database.snapshot(tx -> {
            var extent = row.extent(tx, tenantId);
            if (!extent.keepsAllAfter(after)) return Optional.empty();
            var changes = row.after(tx, tenantId, after, objectType, limit);
            if (changes.size() == limit) return Optional.of(new ChangePage(changes, Place.of(changes.getLast())));
            // Of a type that seldom changes, nobody looks through the others again and again.
            return Optional.of(
                    new ChangePage(changes, extent.head() < after.revision() ? after : Place.after(extent.head())));
        });
    }

    /// The place before the oldest change that is kept.
    Place earliest(String tenantId) {
        return database.read(tx -> row.extent(tx, tenantId)).earliest();
    }

    /// The place in the row of changes behind which those are that were made at a moment or later; before all
    /// if nobody knows any more which those are.
    public Place placeBefore(String tenantId, Instant moment) {
        return database.snapshot(tx -> row.placeBefore(tx, tenantId, moment));
    }

    /// Names the moment of the newest change.
    public ConsistencyToken newest(String tenantId) {
        return new ConsistencyToken(tenantId, database.read(tx -> row.head(tx, tenantId)));
    }

    /// Passes on to who follows what other nodes announce.
    public void hear(Announcements announcements) {
        row.listen(
                announcements,
                (tenantId, revision) -> followers.forEach(follower -> follower.announced(tenantId, revision)),
                () -> followers.forEach(Follower::missed));
    }

    void follow(Follower follower) {
        followers.add(follower);
    }

    private void record(Tx tx, Turn turn, Origin origin) {
        var details = Map.of(
                "revision", Long.toString(turn.revision),
                "written", Integer.toString(turn.written),
                "deleted", Integer.toString(turn.deleted));
        audit.append(tx, new AuditEvent(turn.tenantId, "relationship.changed", "-", origin, details));
    }

    /// One transaction's turn to change the relationships of a tenant.
    private final class Turn {
        private final Tx tx;
        private final String tenantId;
        private final Origin origin;
        private final List<Change> carried = new ArrayList<>();
        private long revision;
        private int written;
        private int deleted;

        Turn(Tx tx, String tenantId, Origin origin) {
            this.tx = tx;
            this.tenantId = tenantId;
            this.origin = origin;
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
            append(Kind.DELETED, verdict.deletes());
            append(Kind.WRITTEN, verdict.writes());
            return new Written(end());
        }

        ConsistencyToken forget(String name) {
            store.forget(tx, tenantId, name, PART, gone -> append(Kind.DELETED, gone));
            return end();
        }

        boolean isSpent() {
            return written + deleted > 0;
        }

        private void append(Kind kind, List<Relationship> relationships) {
            var changes = new ArrayList<StoredChange>();
            for (var relationship : relationships) {
                var change = new Change(kind, relationship);
                changes.add(new StoredChange(tenantId, revision, written + deleted, change, tx.now(), origin.actor()));
                if (kind == Kind.WRITTEN) written++;
                else deleted++;
                if (carried.size() <= CARRIED) carried.add(change);
            }
            row.append(tx, changes);
        }

        private ConsistencyToken end() {
            if (!isSpent()) {
                row.stay(tx, tenantId);
                return new ConsistencyToken(tenantId, revision - 1);
            }
            var commit = new Commit(tenantId, revision, carried.size() > CARRIED ? List.of() : List.copyOf(carried));
            tx.afterCommit(() -> followers.forEach(follower -> follower.committed(commit)));
            row.announce(tx, tenantId, revision);
            return new ConsistencyToken(tenantId, revision);
        }
    }
}
