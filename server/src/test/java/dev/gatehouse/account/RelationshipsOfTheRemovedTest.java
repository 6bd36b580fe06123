package dev.gatehouse.account;

import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.StoredRelationship;
import dev.gatehouse.relation.WriteResult;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nobody can have a right who is not there, and nobody's rights come back with another who takes the name.
@EachDatabase
class RelationshipsOfTheRemovedTest {

    private final TestHouse house;
    private final Caller alice;
    private final Relationships relationships;

    RelationshipsOfTheRemovedTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> ReadyModel.MODEL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoever_is_removed_takes_every_relationship_along() {
        var bob = "person:" + house.person("bob").id();
        var carol = "person:" + house.person("carol").id();
        write(of("group:staff", "member", bob), of("role:editor", "holder", bob), of("group:staff", "member", carol));

        assertThat(alice.delete("/v1/accounts/" + bob.substring("person:".length()))
                        .status())
                .isEqualTo(204);

        assertThat(about(bob)).isEmpty();
        assertThat(about(carol)).containsExactly(of("group:staff", "member", carol));
    }

    @Test
    void so_does_whoever_leaves_by_himself() {
        var bob = house.person("bob");
        write(of("group:staff", "member", "person:" + bob.id()));

        assertThat(bob.signedIn().delete("/v1/me").status()).isEqualTo(204);

        assertThat(about("person:" + bob.id())).isEmpty();
    }

    @Test
    void a_client_that_comes_under_the_name_of_one_that_went_has_none_of_its_rights() {
        register("charter");
        write(of("role:editor", "holder", "client:charter"));

        assertThat(alice.delete("/v1/clients/charter").status()).isEqualTo(204);
        register("charter");

        assertThat(about("client:charter")).isEmpty();
    }

    @Test
    void an_account_and_a_grant_to_it_are_written_together() {
        var dave = dave();
        house.database().run(tx -> {
            new AccountStore().add(tx, dave);
            assertThat(relationships.write(tx, Tenant.MAIN, Changes.write(grant(dave)), Origin.SERVER))
                    .isInstanceOf(WriteResult.Written.class);
        });

        assertThat(isThere(dave)).isTrue();
        assertThat(about("person:" + dave.id())).containsExactly(grant(dave));
    }

    @Test
    void and_lost_together_when_the_transaction_fails() {
        var dave = dave();
        var before = relationships.newest(Tenant.MAIN);

        assertThatThrownBy(() -> house.database().run(tx -> {
                    new AccountStore().add(tx, dave);
                    relationships.write(tx, Tenant.MAIN, Changes.write(grant(dave)), Origin.SERVER);
                    throw new IllegalStateException("the power went out");
                }))
                .hasMessage("the power went out");

        assertThat(isThere(dave)).isFalse();
        assertThat(about("person:" + dave.id())).isEmpty();
        assertThat(relationships.newest(Tenant.MAIN)).isEqualTo(before);
    }

    private static Relationship grant(Account account) {
        return of("role:editor", "holder", "person:" + account.id());
    }

    private Account dave() {
        var like = house.person("erin");
        return house.database()
                .read(tx -> new AccountStore().find(tx, Tenant.MAIN, UUID.fromString(like.id())))
                .map(erin -> new Account(
                        erin.tenantId(),
                        UUID.fromString("0198c7a0-0000-7000-8000-00000000dade"),
                        "dave@example.com",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Account.Status.ACTIVE,
                        0,
                        erin.createdAt(),
                        erin.updatedAt()))
                .orElseThrow();
    }

    private boolean isThere(Account account) {
        return alice.get("/v1/accounts/" + account.id()).status() == 200;
    }

    private void write(Relationship... all) {
        assertThat(relationships.write(Tenant.MAIN, Changes.write(all), Origin.SERVER))
                .isInstanceOf(WriteResult.Written.class);
    }

    private List<Relationship> about(String user) {
        var named = new RelationshipFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(user), Optional.empty());
        return relationships.list(Tenant.MAIN, named, Optional.empty(), 100).stream()
                .map(StoredRelationship::relationship)
                .toList();
    }

    private void register(String id) {
        var form = Json.object("client_id", id, "client_name", "Charter", "grant_types", List.of("client_credentials"));
        var made = alice.post("/v1/clients", form);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }
}
