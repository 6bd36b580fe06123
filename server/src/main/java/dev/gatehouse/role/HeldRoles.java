package dev.gatehouse.role;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.check.Questions;
import dev.gatehouse.group.Grantee;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.relation.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which roles somebody holds everywhere, by groups too.
public final class HeldRoles {

    private final Questions questions;

    public HeldRoles(Questions questions) {
        this.questions = questions;
    }

    /// Their names, in order.
    ///
    /// @return empty if there are more than `most`, or if it cannot be told now; a part of them would
    ///     look like the whole
    public Optional<List<String>> of(String tenantId, Grantee somebody, int most) {
        var page = new Listing.Page(Optional.empty(), most);
        var answer = questions.ask(
                Occasion.of(tenantId),
                permissions -> permissions.objects(somebody.user(), RoleNames.HOLDER, RoleNames.ROLE, Map.of(), page));
        return answer instanceof QuestionResult.Given<Listing>(Listing.Listed(var roles, var next), var _)
                        && next.isEmpty()
                ? Optional.of(roles.stream().map(Names::id).toList())
                : Optional.empty();
    }
}
