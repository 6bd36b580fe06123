package dev.gatehouse.relation;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Announcements;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.Snapshot;
import dev.gatehouse.relation.Asked.Answered;
import dev.gatehouse.relation.Asked.FromTheFuture;
import dev.gatehouse.relation.WriteResult.Written;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.TestHouse;

/// A node's relationships and its memory of them, without the house around.
final class Node implements AutoCloseable {

    private static final Consistency BEST_HERE = new Consistency.BestHere();

    final Relationships relationships;
    final Snapshots snapshots;
    private final Announcements announcements;
    private boolean isStarted;

    Node(Database database, AuditLog audit, long memory, Pace pace) {
        announcements = database.announcements();
        relationships = new Relationships(database, audit, (_, _) -> Office.MODEL);
        relationships.hear(announcements);
        snapshots = new Snapshots(database, relationships, memory, pace);
    }

    static Node of(TestHouse house, long memory) {
        return of(house, memory, Pace.USUAL);
    }

    static Node of(TestHouse house, long memory, Pace pace) {
        return new Node(house.database(), house.house().audit(), memory, pace);
    }

    void load() {
        load(Tenant.MAIN);
    }

    void load(String tenantId) {
        start();
        var any = Relationship.of("document:any", "viewer", "person:bob");
        Await.until(() -> {
            var before = snapshots.answeredFromMemory();
            sees(tenantId, any, BEST_HERE);
            return snapshots.answeredFromMemory() > before;
        });
    }

    private void start() {
        if (isStarted) return;
        isStarted = true;
        snapshots.start();
        announcements.start();
    }

    ConsistencyToken write(Relationship... writes) {
        return token(relationships.write(Tenant.MAIN, Changes.write(writes), Origin.SERVER));
    }

    ConsistencyToken delete(Relationship... deletes) {
        return token(relationships.write(Tenant.MAIN, Changes.delete(deletes), Origin.SERVER));
    }

    static ConsistencyToken token(WriteResult result) {
        if (result instanceof Written(var token)) return token;
        throw new AssertionError(result);
    }

    boolean sees(Relationship one, Consistency consistency) {
        return sees(Tenant.MAIN, one, consistency);
    }

    boolean sees(String tenantId, Relationship one, Consistency consistency) {
        return switch (snapshots.ask(tenantId, consistency, snapshot -> isIn(snapshot, one))) {
            case Answered<Boolean>(var answer, var _) -> answer;
            case FromTheFuture<Boolean> _ -> throw new AssertionError("from the future");
        };
    }

    private static boolean isIn(Snapshot snapshot, Relationship one) {
        var edge = snapshot.edge(snapshot.find(one.object()), one.relation().intern(), snapshot.find(one.user()));
        return edge != Snapshot.ABSENT;
    }

    @Override
    public void close() {
        announcements.close();
        snapshots.close();
    }
}
