package dev.gatehouse.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.relation.RelationshipRules;
import org.junit.jupiter.api.Test;

class WorldOfDocumentsTest {

    private final WorldOfDocuments world = WorldOfDocuments.of(1_000);

    @Test
    void its_model_allows_every_relationship() {
        var rules = new RelationshipRules(WorldOfDocuments.model());
        assertThat(world.relationships()
                        .filter(relationship -> !rules.faults(relationship).isEmpty()))
                .isEmpty();
    }

    @Test
    void it_has_as_many_relationships_as_asked_for_and_none_twice() {
        assertThat(world.relationships().map(Object::toString)).hasSize(1_000).doesNotHaveDuplicates();
    }
}
