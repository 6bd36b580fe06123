package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rosters;
import dev.gatehouse.permissions.model.Rosters.Roster;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.Arrays;

/// The groups in which a user is, and those in which these are, and so on: found from the side of the user
/// along the [Rosters] of the model, once for all questions about this user.
///
/// A person is in few groups, while below a group there may be thousands: who was denied had to be looked for
/// in all of them.
final class Affiliation {

    /// Whoever is in more than so many is looked for from the other side.
    private static final int MOST = 128;

    private final Rosters rosters;
    private final Snapshot snapshot;
    private final Asker user;
    private final Limits limits;

    /// The usersets of the groups, as nodes, and beside each how many others stand between it and the user.
    private int[] groups;

    private int[] between;
    private Roster[] kinds;
    private int size;

    /// How many relationships were followed.
    private int followed;

    Affiliation(AuthorizationModel model, Snapshot snapshot, Asker user, Limits limits) {
        this.rosters = model.rosters();
        this.snapshot = snapshot;
        this.user = user;
        this.limits = limits;
    }

    /// Whether the user is in a group that a relationship of a relation names.
    ///
    /// @param depth at which the group is met
    /// @param way how many relations and rewrites lead to it
    /// @return allowed or denied; undecided where it cannot tell, or where the user is in it, but too deep
    Verdict in(int group, Relation relation, int depth, int way) {
        if (!rosters.tellOf(relation) || !isComplete()) return Verdict.UNDECIDED;
        for (var i = 0; i < size; i++)
            if (groups[i] == group)
                return limits.areReached(depth + between[i], way + between[i]) ? Verdict.UNDECIDED : ALLOWED;
        return DENIED;
    }

    private boolean isComplete() {
        if (groups == null) find();
        return followed <= MOST;
    }

    private void find() {
        groups = new int[16];
        between = new int[16];
        kinds = new Roster[16];
        for (var roster : rosters.all()) enter(roster);
        for (var i = 0; i < size && followed <= MOST; i++)
            for (var above : kinds[i].above()) follow(groups[i], above, between[i] + 1);
    }

    private void enter(Roster roster) {
        var directs = roster.relation().directTypes();
        if (user.isUserset()) {
            // The members of a group are in it, and need not be looked for.
            if (user.is(roster)) add(user.node(), roster, -1);
            return;
        }
        for (var i = 0; i < directs.size(); i++) {
            if (user.is(directs.get(i))) follow(user.node(), roster, 0);
            else if (user.isAmong(directs.get(i))) follow(user.everybody(), roster, 0);
        }
    }

    private void follow(int node, Roster roster, int others) {
        var objects = snapshot.objects(node, roster.type(), roster.relation().name());
        followed += objects.size();
        for (var i = 0; i < objects.size() && followed <= MOST; i++)
            if (objects.edge(i) == Snapshot.PLAIN)
                add(snapshot.userset(objects.node(i), roster.relation().name()), roster, others);
    }

    private void add(int group, Roster kind, int others) {
        if (group == Snapshot.NOBODY) return;
        for (var i = 0; i < size; i++) if (groups[i] == group) return;
        if (size == groups.length) grow();
        groups[size] = group;
        between[size] = others;
        kinds[size++] = kind;
    }

    private void grow() {
        groups = Arrays.copyOf(groups, 2 * size);
        between = Arrays.copyOf(between, 2 * size);
        kinds = Arrays.copyOf(kinds, 2 * size);
    }
}
