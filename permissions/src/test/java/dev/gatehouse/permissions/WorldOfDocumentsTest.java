package dev.gatehouse.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Loading;
import dev.gatehouse.permissions.relation.MemoryLoader;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.RelationshipRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void every_person_may_view_the_same_documents_whatever_snapshot_is_asked() {
        var relationships = new ArrayList<>(world.relationships().toList());
        var loader = new MemoryLoader(Long.MAX_VALUE);
        relationships.forEach(loader::add);
        var graph = ((Loading.Loaded) loader.load(0)).graph();
        var gone = relationships.remove(0);
        graph.apply(1, List.of(Change.deleted(gone)));
        var quick = new Permissions(WorldOfDocuments.model(), graph.snapshot(), Limits.USUAL);
        var plain = new Permissions(WorldOfDocuments.model(), PlainSnapshot.of(relationships), Limits.USUAL);
        for (var person = 0; person < world.people(); person++)
            assertThat(documentsOf(world.person(person), quick)).isEqualTo(documentsOf(world.person(person), plain));
    }

    private List<String> documentsOf(String person, Permissions permissions) {
        return IntStream.range(0, world.documents())
                .mapToObj(world::document)
                .filter(document -> permissions
                        .check(Question.of(person, "can_view", document))
                        .isAllowed())
                .toList();
    }
}
