package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final List<String> ALL = IntStream.range(0, 2_500)
            .mapToObj(number -> "record-%04d".formatted(number))
            .toList();

    private static final Search BOBS = new Search.Resources(new Evaluation(
            Entity.of("person", "bob"), Action.of("read"), Entity.of("record", ""), Map.of("hour", 12L)));

    @Test
    void all_pages_together_are_everything_once() {
        assertThat(walk(Optional.empty())).isEqualTo(ALL);
        assertThat(walk(Optional.of(7))).isEqualTo(ALL);
        assertThat(walk(Optional.of(2_500))).isEqualTo(ALL);
    }

    @Test
    void a_page_has_no_more_than_a_thousand() {
        assertThat(first(Optional.empty()).part(ALL).ids()).hasSize(1_000);
        assertThat(first(Optional.of(5_000)).part(ALL).ids()).hasSize(1_000);
        assertThat(first(Optional.of(3)).part(ALL).ids()).containsExactly("record-0000", "record-0001", "record-0002");
    }

    @Test
    void a_page_of_nothing_leads_on() {
        var page = first(Optional.of(0)).part(ALL);
        assertThat(page.ids()).isEmpty();
        assertThat(page.next()).isPresent();
        assertThat(first(Optional.of(0)).part(List.of()).next()).isEmpty();
    }

    @Test
    void the_last_page_says_that_it_is() {
        assertThat(first(Optional.of(3)).part(ALL.subList(0, 3)).next()).isEmpty();
        assertThat(first(Optional.of(3)).part(ALL.subList(0, 4)).next()).isPresent();
    }

    @Test
    void it_goes_on_behind_one_that_has_gone() {
        var token = first(Optional.of(2)).part(ALL).next().orElseThrow();
        var left = new ArrayList<>(ALL);
        left.remove("record-0001");
        assertThat(then(token, Optional.empty()).part(left).ids()).containsExactly("record-0002", "record-0003");
    }

    @Test
    void a_token_belongs_to_one_search() {
        var token = first(Optional.of(2)).part(ALL).next().orElseThrow().text();
        var open = BOBS.open();
        for (var other : List.<Search>of(
                new Search.Subjects(open),
                new Search.Resources(
                        new Evaluation(Entity.of("person", "eve"), open.action(), open.resource(), open.context())),
                new Search.Resources(
                        new Evaluation(open.subject(), Action.of("write"), open.resource(), open.context())),
                new Search.Resources(
                        new Evaluation(open.subject(), open.action(), open.resource(), Map.of("hour", 13L)))))
            assertThat(Paging.of(other, Optional.of(token), Optional.empty())).isEmpty();
        assertThat(Paging.of(BOBS, Optional.of(token), Optional.empty())).isPresent();
    }

    @Test
    void a_token_belongs_to_one_limit() {
        var token =
                Optional.of(first(Optional.of(2)).part(ALL).next().orElseThrow().text());
        assertThat(Paging.of(BOBS, token, Optional.of(2))).isPresent();
        assertThat(Paging.of(BOBS, token, Optional.of(3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm9uc2Vuc2U", "MS4yMzQ1Njc4OTAxMi5h", "ZmZmZmZmZmZmLi5h"})
    void what_is_no_token_is_not_taken_for_one(String nonsense) {
        assertThat(PageToken.read(nonsense)).isEmpty();
    }

    @Test
    void a_token_comes_back_as_it_went_out() {
        for (var token : List.of(
                new PageToken(-1, Optional.empty(), ""),
                new PageToken(7, Optional.of(999_999_999), "a.b.c\nd"),
                new PageToken(Integer.MIN_VALUE, Optional.of(0), "Зал-№1")))
            assertThat(PageToken.read(token.text())).contains(token);
    }

    private static List<String> walk(Optional<Integer> limit) {
        var walked = new ArrayList<String>();
        var page = first(limit).part(ALL);
        walked.addAll(page.ids());
        while (page.next().isPresent()) {
            page = then(page.next().get(), limit).part(ALL);
            walked.addAll(page.ids());
        }
        return walked;
    }

    private static Paging first(Optional<Integer> limit) {
        return Paging.of(BOBS, Optional.empty(), limit).orElseThrow();
    }

    private static Paging then(PageToken token, Optional<Integer> limit) {
        return Paging.of(BOBS, Optional.of(token.text()), limit).orElseThrow();
    }
}
