package dev.gatehouse.role;

import dev.gatehouse.group.Grantee;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.StoredRelationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who holds what where, page by page, as the relationships that say so: some may be of somebody else's
/// making, and mean nothing that could be told in words.
///
/// Every method gives what comes after the last one of the page before, `limit` at most; fewer: there are no
/// more.
public final class HoldingList {

    private static final List<String> HELD = List.of(RoleNames.ASSIGNMENT, RoleNames.ROLE);

    private static final int PART = 200;

    private final Database database;
    private final Relationships relationships;

    public HoldingList(Database database, Relationships relationships) {
        this.database = database;
        this.relationships = relationships;
    }

    /// Tells of all who hold a role, on things first and then everywhere.
    public void ofRole(String tenantId, String role, Consumer<Holding> listener) {
        tell(after -> of(tenantId, role, after, PART), listener);
    }

    /// Tells of all that some hold themselves, one after the other.
    public void by(String tenantId, Collection<Grantee> holders, Consumer<Holding> listener) {
        var users = holders.stream().map(Grantee::user).collect(Collectors.toCollection(TreeSet::new));
        tell(after -> by(tenantId, users, after, PART), listener);
    }

    private static void tell(Function<Optional<Relationship>, List<Relationship>> pages, Consumer<Holding> listener) {
        var page = pages.apply(Optional.empty());
        while (!page.isEmpty()) {
            for (var each : page) RoleNames.holding(each.object(), each.user()).ifPresent(listener);
            page = page.size() < PART ? List.of() : pages.apply(Optional.of(page.getLast()));
        }
    }

    /// Those who hold a role in one place.
    List<Relationship> at(String tenantId, String role, Reach reach, Optional<Relationship> after, int limit) {
        return database.read(tx -> holders(tx, tenantId, RoleNames.held(role, reach), after, limit));
    }

    /// Those who hold a role, on things first and then everywhere, in the order of the things' names.
    List<Relationship> of(String tenantId, String role, Optional<Relationship> after, int limit) {
        var everywhere = RoleNames.role(role);
        return database.read(tx -> {
            var found = new ArrayList<Relationship>();
            var place =
                    after.map(Relationship::object).or(() -> Optional.of(next(tx, tenantId, role, Optional.empty())));
            var last = after;
            while (place.isPresent() && found.size() < limit) {
                var object = place.get();
                found.addAll(holders(tx, tenantId, object, last, limit - found.size()));
                last = Optional.empty();
                place = Optional.of(object)
                        .filter(seen -> !seen.equals(everywhere))
                        .map(seen -> next(tx, tenantId, role, Optional.of(seen)));
            }
            return found;
        });
    }

    /// What some users hold themselves, user by user.
    List<Relationship> by(String tenantId, SortedSet<String> users, Optional<Relationship> after, int limit) {
        return database.read(tx -> {
            var found = new ArrayList<Relationship>();
            for (var user : after.map(last -> users.tailSet(last.user())).orElse(users)) {
                var last = after.filter(seen -> seen.user().equals(user));
                for (var type : HELD)
                    if (found.size() < limit) found.addAll(held(tx, tenantId, user, type, last, limit - found.size()));
            }
            return found;
        });
    }

    /// The assignment after another, or the role itself after the last.
    private String next(ReadTx tx, String tenantId, String role, Optional<String> after) {
        var about = RelationshipFilter.ofUser(RoleNames.role(role))
                .withRelation(RoleNames.ROLE)
                .withObjectType(RoleNames.ASSIGNMENT);
        var last = after.map(object -> Relationship.of(object, RoleNames.ROLE, RoleNames.role(role)));
        return list(tx, tenantId, about, last, 1).stream()
                .map(Relationship::object)
                .findFirst()
                .orElseGet(() -> RoleNames.role(role));
    }

    private List<Relationship> holders(
            ReadTx tx, String tenantId, String object, Optional<Relationship> after, int limit) {
        return list(tx, tenantId, RelationshipFilter.ofObject(object).withRelation(RoleNames.HOLDER), after, limit);
    }

    private List<Relationship> held(
            ReadTx tx, String tenantId, String user, String type, Optional<Relationship> after, int limit) {
        var about =
                RelationshipFilter.ofUser(user).withRelation(RoleNames.HOLDER).withObjectType(type);
        return list(tx, tenantId, about, after, limit);
    }

    private List<Relationship> list(
            ReadTx tx, String tenantId, RelationshipFilter about, Optional<Relationship> after, int limit) {
        return relationships.list(tx, tenantId, about, after, limit).stream()
                .map(StoredRelationship::relationship)
                .toList();
    }
}
