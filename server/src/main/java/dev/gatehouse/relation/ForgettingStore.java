package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.relation.ChangeTable.RELATIONSHIP_CHANGE;
import static dev.gatehouse.relation.RelationshipTable.RELATIONSHIP;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.Expression;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.permissions.relation.Change;
import java.util.Optional;

/// Removes all that is about a thing or a person and writes down that it went, however much it is: no row
/// passes through this process.
///
/// It goes in parts, since PostgreSQL gives up a statement that takes too long. Each part goes on behind the
/// one before: otherwise PostgreSQL would pass over all the rows that this transaction has removed already to
/// find the first that is left.
final class ForgettingStore {

    /// Some tenths of a second on a slow machine.
    private static final long PART = 20_000;

    private static final Projection<String> USER = Projection.of(RELATIONSHIP.user);

    private final Tx tx;
    private final String tenantId;
    private final long revision;
    private final Optional<String> by;
    private int gone;

    /// @param revision of which nothing is written down yet
    /// @param by who wants it so
    ForgettingStore(Tx tx, String tenantId, long revision, Optional<String> by) {
        this.tx = tx;
        this.tenantId = tenantId;
        this.revision = revision;
        this.by = by;
    }

    /// From which side an index leads to the rows, and the order in which it has those of one name.
    private enum Side {
        OBJECT(RELATIONSHIP.object, RELATIONSHIP.user),
        USER(RELATIONSHIP.user, RELATIONSHIP.object);

        final Column<String> name;
        final Column<String> other;

        Side(Column<String> name, Column<String> other) {
            this.name = name;
            this.other = other;
        }

        Condition upTo(Place place) {
            return compared("<=", place);
        }

        Condition behind(Place place) {
            return compared(">", place);
        }

        private Condition compared(String operator, Place place) {
            return Condition.sql(
                    "({}, {}) " + operator + " ({}, {})",
                    RELATIONSHIP.relation,
                    other,
                    RELATIONSHIP.relation.value(place.relation()),
                    other.value(place.other()));
        }
    }

    /// Where a part ends, among the rows of one name.
    private record Place(String relation, String other) {}

    /// Removes its own relationships, those that name it, and those that name a userset of it.
    ///
    /// @return how many were removed
    int forget(String name) {
        forget(Side.OBJECT, name);
        forget(Side.USER, name);
        for (var userset = usersetBehind(name, ""); userset.isPresent(); userset = usersetBehind(name, userset.get()))
            forget(Side.USER, userset.get());
        return gone;
    }

    private Optional<String> usersetBehind(String name, String last) {
        return tx.select(USER)
                .where(RELATIONSHIP.tenantId.eq(tenantId), RELATIONSHIP.user.startsWith(name + "#"))
                .and(RELATIONSHIP.user.gt(last))
                .orderBy(RELATIONSHIP.user)
                .first();
    }

    private void forget(Side side, String name) {
        var all = RELATIONSHIP.tenantId.eq(tenantId).and(side.name.eq(name));
        var rest = all;
        for (var end = endOfPart(side, rest); end.isPresent(); end = endOfPart(side, rest)) {
            remove(side, rest.and(side.upTo(end.get())));
            rest = all.and(side.behind(end.get()));
        }
        remove(side, rest);
    }

    /// @return nothing if less than a part is left
    private Optional<Place> endOfPart(Side side, Condition rest) {
        var place = Projection.of(
                row -> new Place(row.get(RELATIONSHIP.relation), row.get(side.other)),
                RELATIONSHIP.relation,
                side.other);
        return tx.sql(
                        "select {} from {} where {} order by {}, {} limit 1 offset {}",
                        place,
                        RELATIONSHIP,
                        rest,
                        RELATIONSHIP.relation,
                        side.other,
                        BIGINT.value(PART - 1))
                .one(place);
    }

    private void remove(Side side, Condition part) {
        var written = tx.insert(RELATIONSHIP_CHANGE)
                .set(RELATIONSHIP_CHANGE.tenantId, RELATIONSHIP.tenantId)
                .set(RELATIONSHIP_CHANGE.revision, revision)
                .set(RELATIONSHIP_CHANGE.ordinal, ordinal(side))
                .set(RELATIONSHIP_CHANGE.operation, Change.Kind.DELETED)
                .set(RELATIONSHIP_CHANGE.object, RELATIONSHIP.object)
                .set(RELATIONSHIP_CHANGE.relation, RELATIONSHIP.relation)
                .set(RELATIONSHIP_CHANGE.user, RELATIONSHIP.user)
                .set(RELATIONSHIP_CHANGE.conditionName, RELATIONSHIP.conditionName)
                .set(RELATIONSHIP_CHANGE.conditionContext, RELATIONSHIP.conditionContext)
                .set(RELATIONSHIP_CHANGE.changedAt, tx.now())
                .set(RELATIONSHIP_CHANGE.changedBy, by)
                .forEach(RELATIONSHIP, part);
        if (written > 0) tx.delete(RELATIONSHIP).where(part).run();
        gone += written;
    }

    private Expression<Integer> ordinal(Side side) {
        return Expression.sql(
                INTEGER,
                "{} - 1 + row_number() over (order by {}, {})",
                INTEGER.value(gone),
                RELATIONSHIP.relation,
                side.other);
    }
}
