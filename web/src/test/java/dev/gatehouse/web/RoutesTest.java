package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes();

    @BeforeEach
    void add() {
        for (var path : new String[] {"/", "/a", "/a/{id}", "/a/me", "/a/{id}/b/{other}", "/a/me/c"}) add("GET", path);
        add("POST", "/a");
    }

    private void add(String method, String path) {
        routes.add(new Route(method, PathTemplate.parse(path), _ -> Outcome.replied(200, "", new byte[0])));
    }

    private String found(String path) {
        return found("GET", path);
    }

    private String found(String method, String path) {
        return switch (routes.find(method, path)) {
            case Routes.Found(var route, var values) -> route.path() + " " + values;
            case Routes.OtherMethods other -> "only " + other.allowed();
            case Routes.Nothing() -> "nothing";
        };
    }

    @Test
    void plain_text_wins_over_a_parameter_and_a_dead_end_is_left_again() {
        assertThat(found("/")).isEqualTo("/ []");
        assertThat(found("/a/me")).isEqualTo("/a/me []");
        assertThat(found("/a/you")).isEqualTo("/a/{id} [you]");
        assertThat(found("/a/me/b/x")).isEqualTo("/a/{id}/b/{other} [me, x]");
        assertThat(found("/a/me/c")).isEqualTo("/a/me/c []");
    }

    @Test
    void an_encoded_slash_parts_nothing_and_an_empty_segment_is_no_value() {
        assertThat(found("/a/x%2Fy")).isEqualTo("/a/{id} [x%2Fy]");
        assertThat(found("/a/")).isEqualTo("nothing");
        assertThat(found("/a//b/x")).isEqualTo("nothing");
        assertThat(found("a")).isEqualTo("nothing");
    }

    @Test
    void another_method_is_told_which_ones_there_are() {
        assertThat(found("PUT", "/a")).isEqualTo("only [GET, HEAD, OPTIONS, POST]");
    }

    @Test
    void two_operations_on_one_route_are_refused_even_when_their_parameters_differ_in_name() {
        assertThatThrownBy(() -> add("GET", "/a/{name}"))
                .hasMessage("two operations on one route: GET /a/{id} and GET /a/{name}");
    }

    @Test
    void a_path_that_makes_no_sense_is_refused() {
        for (var path : new String[] {"a", "/a/", "/a//b", "/{Id}", "/a{id}", "/{id}/{id}", "/a b", "/ä"}) {
            assertThatThrownBy(() -> PathTemplate.parse(path))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path);
        }
    }
}
