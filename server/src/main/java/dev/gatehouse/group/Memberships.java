package dev.gatehouse.group;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.check.Questions;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.relation.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which groups somebody is in, by others too: asked like every other question, so that a tenant's own idea
/// of what a member is counts.
public final class Memberships {

    private final GroupStore store = new GroupStore();
    private final Database database;
    private final Questions questions;

    public Memberships(Database database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /// Their names for people, in order.
    ///
    /// @param most more are not told
    /// @return empty if there are more, or if it cannot be told now; a part of them would look like the whole
    public Optional<List<String>> names(String tenantId, Grantee somebody, int most) {
        return of(tenantId, somebody, most).map(groups -> names(tenantId, groups));
    }

    /// As relationships call them, `group:staff`, in order.
    ///
    /// @return empty if there are more than `most`, or if it cannot be told now
    public Optional<List<String>> of(String tenantId, Grantee somebody, int most) {
        var page = new Listing.Page(Optional.empty(), most);
        var answer = questions.ask(
                Occasion.of(tenantId),
                permissions -> permissions.objects(somebody.user(), Grantee.MEMBER, Grantee.GROUP, Map.of(), page));
        return answer instanceof QuestionResult.Given<Listing>(Listing.Listed(var groups, var next), var _)
                        && next.isEmpty()
                ? Optional.of(groups)
                : Optional.empty();
    }

    /// Groups that only relationships know have no name.
    private List<String> names(String tenantId, List<String> groups) {
        if (groups.isEmpty()) return List.of();
        var ids = groups.stream().map(Names::id).toList();
        return database.read(tx -> store.find(tx, tenantId, ids)).stream()
                .map(Group::name)
                .sorted()
                .toList();
    }
}
