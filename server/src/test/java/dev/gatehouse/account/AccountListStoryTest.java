package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.TestHouse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Administrators find people.
@EachDatabase
class AccountListStoryTest {

    private final TestHouse house;

    AccountListStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void page_by_page_everybody_comes_once_and_in_the_same_order() {
        var admin = house.administrator("alice").signedIn();
        // All at the same moment of the clock, so that only chance tells one from the next.
        IntStream.range(0, 60).forEach(number -> add("person" + number + "@example.com", "Somebody"));

        var all = ids(admin.get("/v1/accounts?limit=200").json());
        assertThat(all).hasSize(61).doesNotHaveDuplicates();
        assertThat(pages(admin, 7)).isEqualTo(all);
        assertThat(pages(admin, 61)).isEqualTo(all);
        assertThat(pages(admin, 60)).isEqualTo(all);
    }

    @Test
    void the_last_page_names_no_next_one() {
        var admin = house.administrator("alice").signedIn();
        add("bob@example.com", "Bob");

        assertThat(admin.get("/v1/accounts?limit=2").text("/next")).isIn("", "null");
        assertThat(admin.get("/v1/accounts?limit=1").text("/next")).isNotIn("", "null");
    }

    @Test
    void how_much_may_be_asked_for_is_bounded() {
        var admin = house.administrator("alice").signedIn();

        assertThat(admin.get("/v1/accounts?limit=0&after=x").faults())
                .containsExactlyInAnyOrder("limit min", "after format");
        assertThat(admin.get("/v1/accounts?limit=201").faults()).containsExactly("limit max");
    }

    @Test
    void the_beginning_of_an_e_mail_or_of_a_name_finds_a_person_in_any_case() {
        var admin = house.administrator("alice").signedIn();
        add("bob@example.com", "Zoë Крылова");
        add("carol@example.com", "Крылов");

        assertThat(found(admin, "BO")).containsExactly("bob@example.com");
        assertThat(found(admin, "zoE\u0308 к")).containsExactly("bob@example.com");
        assertThat(found(admin, "КРЫЛ")).containsExactly("carol@example.com");
        assertThat(found(admin, "ob@")).isEmpty();
        assertThat(found(admin, "alice@example.com")).containsExactly("alice@example.com");
    }

    @Test
    void signs_that_mean_something_to_a_database_mean_themselves() {
        var admin = house.administrator("alice").signedIn();
        add("one@example.com", "100% Bob");
        add("two@example.com", "100 Bobs");
        add("three@example.com", "back\\slash");
        add("four@example.com", "under_score");
        add("five@example.com", "it's *here*");
        add("six@example.com", "🦊 fox");
        add("seven@example.com", "🦋 moth");

        assertThat(found(admin, "100%")).containsExactly("one@example.com");
        assertThat(found(admin, "%")).isEmpty();
        assertThat(found(admin, "_")).isEmpty();
        assertThat(found(admin, "under_")).containsExactly("four@example.com");
        assertThat(found(admin, "back\\")).containsExactly("three@example.com");
        assertThat(found(admin, "it's *")).containsExactly("five@example.com");
        assertThat(found(admin, "🦊")).containsExactly("six@example.com");
        assertThat(found(admin, "\uD83E\uDD8B m")).containsExactly("seven@example.com");
        assertThat(found(admin, "\uDBFF\uDFFF")).isEmpty();
    }

    @Test
    void a_search_pages_like_the_whole_list() {
        var admin = house.administrator("alice").signedIn();
        IntStream.range(0, 9).forEach(number -> add("p" + number + "@example.com", "Penelope"));
        add("q@example.com", "Quentin");

        assertThat(pages(admin, 4, "&q=penelope")).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void a_search_for_what_no_text_can_hold_is_refused() {
        var admin = house.administrator("alice").signedIn();

        assertThat(admin.get("/v1/accounts?q=%00").status()).isIn(400, 422);
        assertThat(admin.get("/v1/accounts?q=%FF").status()).isIn(400, 422);
    }

    private void add(String email, String name) {
        var wish = new NewAccount(email, Person.PASSWORD, Optional.of(name), Optional.empty());
        assertThat(house.house().registrar().create(wish, false, Origin.COMMAND_LINE))
                .isInstanceOf(Registration.Registered.class);
    }

    private static List<String> found(Caller admin, String beginning) {
        var q = URLEncoder.encode(beginning, StandardCharsets.UTF_8);
        return values(admin.get("/v1/accounts?q=" + q).json(), "email");
    }

    private static List<String> pages(Caller admin, int limit) {
        return pages(admin, limit, "");
    }

    private static List<String> pages(Caller admin, int limit, String more) {
        var ids = new ArrayList<String>();
        var page = admin.get("/v1/accounts?limit=" + limit + more).json();
        ids.addAll(ids(page));
        while (page.hasNonNull("next")) {
            page = admin.get("/v1/accounts?limit=" + limit + more + "&after="
                            + page.get("next").asText())
                    .json();
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static List<String> ids(JsonNode page) {
        return values(page, "id");
    }

    private static List<String> values(JsonNode page, String member) {
        return StreamSupport.stream(page.at("/accounts").spliterator(), false)
                .map(account -> account.get(member).asText())
                .toList();
    }
}
