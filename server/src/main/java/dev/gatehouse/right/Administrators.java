package dev.gatehouse.right;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.WriteResult;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The people who may do everything: those whom a relationship makes administrators by name. Whoever is one
/// through a group or a role may as much, and is not counted here.
public final class Administrators {

    /// More are not looked at: it is enough to see that somebody is left.
    private static final int MOST = 1_000;

    private static final String PERSON = "person:";

    private final Relationships relationships;

    public Administrators(Relationships relationships) {
        this.relationships = relationships;
    }

    public Set<UUID> of(ReadTx tx, String tenantId) {
        var named = RelationshipFilter.ofObject(Right.GATEHOUSE).withRelation(Right.ADMINISTRATOR);
        return relationships.list(tx, tenantId, named, Optional.empty(), MOST).stream()
                .map(stored -> stored.relationship().user())
                .filter(user -> user.startsWith(PERSON))
                .flatMap(user -> account(user.substring(PERSON.length())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A relationship may name whomever somebody thought of; only accounts can administer.
    private static Optional<UUID> account(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(account -> account.toString().equals(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Makes a person an administrator, if he is none.
    public void appoint(Tx tx, String tenantId, UUID account, Origin origin) {
        change(tx, tenantId, Changes.write(administration(tenantId, account)), origin);
    }

    /// Lets an administrator go, if he is one.
    public void dismiss(Tx tx, String tenantId, UUID account, Origin origin) {
        change(tx, tenantId, Changes.delete(administration(tenantId, account)), origin);
    }

    private void change(Tx tx, String tenantId, Changes changes, Origin origin) {
        // By the model that rights are asked of: whatever a tenant writes, somebody can be made an administrator.
        var result = relationships.write(tx, tenantId, changes.whateverIsThere(), ReadyModel.MODEL, origin);
        if (!(result instanceof WriteResult.Written))
            throw new IllegalStateException("the ready model does not let people administer: " + result);
    }

    private static Relationship administration(String tenantId, UUID account) {
        return Relationship.of(
                Right.GATEHOUSE,
                Right.ADMINISTRATOR,
                Actor.person(tenantId, account).name());
    }
}
