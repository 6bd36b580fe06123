package dev.gatehouse.role;

import dev.gatehouse.group.Grantee;
import dev.gatehouse.permissions.relation.Relationship;

/// That somebody holds a role somewhere.
public record Holding(String role, Grantee holder, Reach reach) {

    static Holding of(String role, String user, Reach reach) {
        return new Holding(role, Grantee.ofUser(user), reach);
    }

    Relationship relationship() {
        return Relationship.of(RoleNames.held(role, reach), RoleNames.HOLDER, holder.user());
    }
}
