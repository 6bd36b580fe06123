package dev.gatehouse.relation;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.model.LeftBehind;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.RelationshipRules;
import dev.gatehouse.relation.WriteResult.Invalid;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/// Writes and removes relationships, and shows which there are.
///
/// A transaction that changes some has its tenant's relationships to itself from then on to its end. Change
/// them late in a larger one, but before its audit record.
public final class Relationships {

    private final RelationshipStore store = new RelationshipStore();
    private final ChangeStore row = new ChangeStore();
    private final KindStore kinds = new KindStore();
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
            var turn = turn(tx, tenantId, origin);
            var result = turn.make(changes);
            if (turn.isSpent()) audit.append(tx, turn.told());
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
        return faults.isEmpty() ? turn(tx, tenantId, origin).make(changes) : new Invalid(faults);
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
        return turn(tx, tenantId, origin).forget(name);
    }

    /// The same in a transaction of its own, with an audit record.
    public ConsistencyToken forget(String tenantId, String name, Origin origin) {
        return database.write(tx -> {
            var turn = turn(tx, tenantId, origin);
            var token = turn.forget(name);
            if (turn.isSpent()) audit.append(tx, turn.told());
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
        kinds.close(tx, tenantId);
    }

    /// Which of a tenant's relationships a model does not know or does not allow. It costs a look at a row
    /// for each kind of them, however many they are.
    ///
    /// @return by type, relation and user
    public List<LeftBehind> leftBehind(String tenantId, AuthorizationModel model) {
        var rules = new RelationshipRules(model);
        return database.read(tx -> kinds.counts(tx, tenantId)).entrySet().stream()
                .flatMap(entry -> leftBehind(entry.getKey(), entry.getValue(), rules).stream())
                .sorted(Comparator.comparing(LeftBehind::toString))
                .toList();
    }

    private static Optional<LeftBehind> leftBehind(Kind kind, long count, RelationshipRules rules) {
        return rules.faults(kind.example()).stream()
                .findFirst()
                .map(fault -> new LeftBehind(
                        count,
                        kind.objectType(),
                        kind.relation(),
                        kind.user(),
                        Optional.of(kind.condition()).filter(name -> !name.isEmpty()),
                        fault.message()));
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

    private Turn turn(Tx tx, String tenantId, Origin origin) {
        return new Turn(tx, tenantId, origin, store, row, followers);
    }
}
