package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A condition that many relationships carry: what the question says is read once for all of them.
class ConditionsOfManyTest {

    private static final AuthorizationModel MODEL = ((ModelReading.Read) ModelText.read("""
            model
              schema 1.1

            type person

            type document
              relations
                define viewer: [person with from_place]

            condition from_place(place: string, places: list<string>) {
              place in places
            }
            """)).model();

    private final Places places = new Places();

    /// Counts how often somebody has begun to read it.
    private static final class Places extends AbstractList<Object> {

        private int readings;

        @Override
        public Object get(int index) {
            if (index == 0) readings++;
            return "place " + index;
        }

        @Override
        public int size() {
            return 1_000;
        }
    }

    @Test
    void a_list_of_the_question_is_read_once_for_a_hundred_relationships() {
        var listing = documents(Map.of("places", places), number -> Map.of("place", "place " + number * 11));
        assertThat(((Listing.Listed) listing).names()).hasSize(91);
        assertThat(places.readings).isEqualTo(1);
    }

    @Test
    void a_list_that_each_relationship_says_otherwise_is_not_read_at_all() {
        var listing = documents(
                Map.of("places", places, "place", "hall"),
                number -> Map.of("places", List.of(number % 2 == 0 ? "hall" : "cellar")));
        assertThat(((Listing.Listed) listing).names()).hasSize(50);
        assertThat(places.readings).isZero();
    }

    @Test
    void what_a_question_says_wrongly_matters_only_where_no_relationship_says_it() {
        var wrong = Map.<String, Object>of("places", "hall", "place", "hall");
        var said = documents(wrong, _ -> Map.of("places", List.of("hall")));
        assertThat(((Listing.Listed) said).names()).hasSize(100);
        assertThat(documents(wrong, _ -> Map.of())).isInstanceOf(Listing.Undecided.class);
    }

    private interface Said {
        Map<String, Object> of(int number);
    }

    private static Listing documents(Map<String, Object> context, Said said) {
        var relationships = IntStream.range(0, 100)
                .mapToObj(number -> Relationship.of("document:" + number, "viewer", "person:bob")
                        .with(new ConditionUse("from_place", said.of(number))))
                .toList();
        return new Permissions(MODEL, PlainSnapshot.of(relationships), Limits.USUAL)
                .objects("person:bob", "viewer", "document", context, Page.ALL);
    }
}
