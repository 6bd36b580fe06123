package dev.gatehouse.claims;

import dev.gatehouse.group.Grantee;
import dev.gatehouse.group.Memberships;
import dev.gatehouse.role.HeldRoles;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where a person belongs: the names of the groups, by others too, and the roles that the person holds everywhere. As
/// they
/// are at the moment at which they are told.
///
/// The list is whole or absent. Nobody shall take a part of it for all, and miss the group by which somebody is shut
/// out.
///
/// @param most so many names are told at most
/// @spec https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3.1 RFC 9068 §2.2.3.1
public record Affiliations(Memberships memberships, HeldRoles roles, int most) {

    /// A token travels in a header, where many servers take 8 KB in all.
    private static final int IN_TOKENS = 100;

    private static final int IN_ANSWERS = 1_000;

    static final String GROUPS = "groups";
    static final String ROLES = "roles";

    /// The claims, each called like the scope that asks for it.
    static final List<String> NAMES = List.of(GROUPS, ROLES);

    /// As many as a token may carry.
    public Affiliations(Memberships memberships, HeldRoles roles) {
        this(memberships, roles, IN_TOKENS);
    }

    /// As many as an answer may have.
    public Affiliations inAnswers() {
        return new Affiliations(memberships, roles, IN_ANSWERS);
    }

    /// The claims that scopes ask for.
    public Map<String, Object> of(String tenantId, UUID account, Collection<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        for (var name : NAMES)
            if (scopes.contains(name)) of(name, tenantId, account).ifPresent(names -> claims.put(name, names));
        return claims;
    }

    Optional<List<String>> of(String name, String tenantId, UUID account) {
        var person = Grantee.ofPerson(account);
        return name.equals(GROUPS) ? memberships.names(tenantId, person, most) : roles.of(tenantId, person, most);
    }
}
