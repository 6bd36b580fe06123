package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.permissions.relation.Snapshot;
import dev.gatehouse.relation.Asked.Answered;
import dev.gatehouse.relation.Asked.FromTheFuture;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Lets questions be asked of all relationships at one moment: in memory where they are there and new enough,
/// and otherwise in the database.
public final class Snapshots implements AutoCloseable {

    private final RelationshipStore store = new RelationshipStore();
    private final ChangeStore row = new ChangeStore();
    private final Database database;
    private final Memory memory;
    private final Duration patience;
    private final LongAdder fromMemory = new LongAdder();
    private final LongAdder fromDatabase = new LongAdder();

    /// @param relationships whose commits on this node are taken into memory at once
    /// @param memoryBytes that relationships may occupy in memory, of all tenants together; 0: none
    public Snapshots(Database database, Relationships relationships, long memoryBytes) {
        this(database, relationships, memoryBytes, Pace.USUAL);
    }

    Snapshots(Database database, Relationships relationships, long memoryBytes, Pace pace) {
        this.database = database;
        this.memory = new Memory(database, store, row, memoryBytes, pace);
        this.patience = pace.patience();
        relationships.follow(memory);
    }

    /// Begins to load what there is, and to follow what other nodes change. Until then, and without it, the
    /// database answers everything.
    public void start() {
        memory.start();
    }

    /// Asks a question.
    ///
    /// @param question neither keeps the snapshot nor opens a transaction: it may be inside one
    public <T> Asked<T> ask(String tenantId, Consistency consistency, Function<Snapshot, T> question) {
        return ask(tenantId, consistency, question, UnaryOperator.identity());
    }

    /// Asks for an answer that asks the snapshot on when somebody reads it. What is in memory can be asked as
    /// long as one likes. The database cannot: it would keep a transaction open.
    ///
    /// @param whole makes an answer of one that asks on
    public <T> Asked<T> ask(
            String tenantId, Consistency consistency, Function<Snapshot, T> question, UnaryOperator<T> whole) {
        var following = memory.find(tenantId);
        if (following == null || !isNewEnough(following, tenantId, consistency))
            return askDatabase(tenantId, consistency, question.andThen(whole));
        fromMemory.increment();
        var snapshot = following.snapshot();
        return new Answered<>(question.apply(snapshot), new ConsistencyToken(tenantId, snapshot.revision()));
    }

    /// How many bytes the relationships in memory occupy, of all tenants together.
    public long bytesInMemory() {
        return memory.bytes();
    }

    /// Of how many tenants the relationships are in memory.
    public int tenantsInMemory() {
        return memory.tenants();
    }

    /// How many questions the memory has answered.
    public long answeredFromMemory() {
        return fromMemory.sum();
    }

    /// How many questions the database has answered.
    public long answeredFromDatabase() {
        return fromDatabase.sum();
    }

    private boolean isNewEnough(Following following, String tenantId, Consistency consistency) {
        return switch (consistency) {
            case Consistency.BestHere _ -> following.reach(following.told(), patience);
            case Consistency.AtLeast(var token) -> following.reach(revision(token, tenantId), patience);
            case Consistency.FullyUpToDate _ -> following.reach(database.read(tx -> row.head(tx, tenantId)), patience);
        };
    }

    private <T> Asked<T> askDatabase(String tenantId, Consistency consistency, Function<Snapshot, T> question) {
        fromDatabase.increment();
        return database.snapshot(tx -> {
            var head = row.head(tx, tenantId);
            if (consistency instanceof Consistency.AtLeast(var token) && head < revision(token, tenantId))
                return new FromTheFuture<>();
            var answer = question.apply(new SnapshotStore(tx, tenantId));
            return new Answered<>(answer, new ConsistencyToken(tenantId, head));
        });
    }

    private static long revision(ConsistencyToken token, String tenantId) {
        if (!token.tenantId().equals(tenantId))
            throw new IllegalArgumentException("the token is of " + token.tenantId() + ", the question of " + tenantId);
        return token.revision();
    }

    @Override
    public void close() {
        memory.close();
    }
}
