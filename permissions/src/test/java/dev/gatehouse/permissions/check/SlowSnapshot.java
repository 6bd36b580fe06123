package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Snapshot;

/// A snapshot of which one asks as little as one can, as of a database.
record SlowSnapshot(Snapshot snapshot) implements Snapshot {

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public int find(String name) {
        return snapshot.find(name);
    }

    @Override
    public String name(int node) {
        return snapshot.name(node);
    }

    @Override
    public String type(int node) {
        return snapshot.type(node);
    }

    @Override
    public boolean isUserset(int node) {
        return snapshot.isUserset(node);
    }

    @Override
    public int object(int userset) {
        return snapshot.object(userset);
    }

    @Override
    public String relation(int userset) {
        return snapshot.relation(userset);
    }

    @Override
    public int edge(int object, String relation, int user) {
        return snapshot.edge(object, relation, user);
    }

    @Override
    public ConditionUse condition(int edge) {
        return snapshot.condition(edge);
    }

    @Override
    public Edges users(int object, String relation) {
        return snapshot.users(object, relation);
    }

    @Override
    public Edges usersets(int object, String relation) {
        return snapshot.usersets(object, relation);
    }

    @Override
    public Edges objects(int user, String type, String relation) {
        return snapshot.objects(user, type, relation);
    }
}
