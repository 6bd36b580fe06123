package dev.gatehouse.relation;

import static dev.gatehouse.relation.ChangeTable.RELATIONSHIP_CHANGE;
import static dev.gatehouse.relation.HeadTable.RELATIONSHIP_HEAD;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Channel;
import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/// Where the changes of a tenant stand in a row, and where the row ends.
final class ChangeStore {

    private static final Channel ANNOUNCED = new Channel("gatehouse_relationships");

    /// Takes the next revision of a tenant, and the turn to change its relationships until the transaction
    /// ends.
    long advance(Tx tx, String tenantId) {
        return tx.insert(RELATIONSHIP_HEAD)
                .set(RELATIONSHIP_HEAD.tenantId, tenantId)
                .set(RELATIONSHIP_HEAD.revision, 1L)
                .onConflict(RELATIONSHIP_HEAD.tenantId)
                .doUpdate()
                .set(RELATIONSHIP_HEAD.revision, RELATIONSHIP_HEAD.revision.plus(1L))
                .returning(RELATIONSHIP_HEAD.newest)
                .orElseThrow();
    }

    /// Gives back a revision that was taken for nothing, so that none is missing in the row.
    void stay(Tx tx, String tenantId) {
        tx.update(RELATIONSHIP_HEAD)
                .set(RELATIONSHIP_HEAD.revision, RELATIONSHIP_HEAD.revision.plus(-1L))
                .where(RELATIONSHIP_HEAD.tenantId.eq(tenantId))
                .run();
    }

    /// The newest revision; 0 before the first change.
    long head(ReadTx tx, String tenantId) {
        return tx.find(RELATIONSHIP_HEAD.newest, RELATIONSHIP_HEAD.tenantId.eq(tenantId))
                .orElse(0L);
    }

    Extent extent(ReadTx tx, String tenantId) {
        return tx.find(RELATIONSHIP_HEAD.extent, RELATIONSHIP_HEAD.tenantId.eq(tenantId))
                .orElse(Extent.NOTHING);
    }

    /// Of every tenant that has relationships, or had some.
    Map<String, Long> heads(ReadTx tx) {
        return tx.select(RELATIONSHIP_HEAD.ofTenant).list().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Tells the other nodes, once this is committed.
    void announce(Tx tx, String tenantId, long revision) {
        tx.announce(ANNOUNCED, revision + " " + tenantId);
    }

    void listen(Announcements announcements, ObjLongConsumer<String> told, Runnable missed) {
        announcements.listen(
                ANNOUNCED,
                text -> {
                    var parts = text.split(" ", 2);
                    told.accept(parts[1], Long.parseLong(parts[0]));
                },
                missed);
    }

    void append(Tx tx, List<StoredChange> changes) {
        tx.insertAll(RELATIONSHIP_CHANGE.stored, changes);
    }

    /// @param after the last place that was seen
    /// @param objectType only changes of objects of this type
    /// @return in their order, `limit` at most
    List<StoredChange> after(ReadTx tx, String tenantId, Place after, Optional<String> objectType, int limit) {
        return tx.select(RELATIONSHIP_CHANGE.stored)
                .where(RELATIONSHIP_CHANGE.tenantId.eq(tenantId))
                .and(Condition.when(objectType, type -> RELATIONSHIP_CHANGE.object.startsWith(type + ":")))
                .keyset(
                        RELATIONSHIP_CHANGE.revision.asc().after(after.revision()),
                        RELATIONSHIP_CHANGE.ordinal.asc().after(after.ordinal()))
                .limit(limit)
                .list();
    }

    /// Hands over all changes after a revision, in their order.
    void stream(ReadTx tx, String tenantId, long after, Consumer<StoredChange> eye) {
        tx
                .select(RELATIONSHIP_CHANGE.stored)
                .where(RELATIONSHIP_CHANGE.tenantId.eq(tenantId), RELATIONSHIP_CHANGE.revision.gt(after))
                .orderBy(RELATIONSHIP_CHANGE.revision, RELATIONSHIP_CHANGE.ordinal)
                .stream(eye);
    }

    /// Revisions are made one after the other, so that their times grow with them: some look-ups by the key
    /// find the place without an index of times.
    Place placeBefore(ReadTx tx, String tenantId, Instant moment) {
        var earlier = 0L;
        var later = head(tx, tenantId) + 1;
        while (later - earlier > 1) {
            var middle = (earlier + later) >>> 1;
            var isBefore = after(tx, tenantId, Place.after(middle - 1), Optional.empty(), 1).stream()
                    .anyMatch(change -> change.changedAt().isBefore(moment));
            if (isBefore) earlier = middle;
            else later = middle;
        }
        return Place.after(earlier);
    }

    /// The last revision that can go because a later one is older than that moment too. The newest such one
    /// stays: it proves how far back the row reaches.
    ///
    /// @return nothing if there is nothing to remove
    OptionalLong lastToTrim(ReadTx tx, String tenantId, Instant moment) {
        var trimmed = extent(tx, tenantId).trimmed();
        var isDue = after(tx, tenantId, Place.after(trimmed + 1), Optional.empty(), 1).stream()
                .anyMatch(change -> change.changedAt().isBefore(moment));
        var last = isDue ? placeBefore(tx, tenantId, moment).revision() - 1 : trimmed;
        return tx.exists(RELATIONSHIP_CHANGE, upTo(tenantId, last)) ? OptionalLong.of(last) : OptionalLong.empty();
    }

    /// Keeps no changes up to that revision, itself among them, any more, and removes some of them.
    ///
    /// @return how many were removed; fewer than `most` when none is left
    int trim(Tx tx, String tenantId, long last, int most) {
        tx.update(RELATIONSHIP_HEAD)
                .set(RELATIONSHIP_HEAD.trimmed, last)
                .where(RELATIONSHIP_HEAD.tenantId.eq(tenantId), RELATIONSHIP_HEAD.trimmed.lt(last))
                .run();
        return tx.delete(RELATIONSHIP_CHANGE)
                .where(upTo(tenantId, last))
                .limit(most)
                .run();
    }

    private static Condition upTo(String tenantId, long revision) {
        return RELATIONSHIP_CHANGE.tenantId.eq(tenantId).and(RELATIONSHIP_CHANGE.revision.le(revision));
    }

    /// @return how many of a tenant's were removed
    int erase(Tx tx, String tenantId, int most) {
        return tx.delete(RELATIONSHIP_CHANGE)
                .where(RELATIONSHIP_CHANGE.tenantId.eq(tenantId))
                .limit(most)
                .run();
    }

    void close(Tx tx, String tenantId) {
        tx.delete(RELATIONSHIP_HEAD)
                .where(RELATIONSHIP_HEAD.tenantId.eq(tenantId))
                .run();
    }
}
