package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A declaration that makes no sense never meets a caller: the server does not start.
class DeclarationTest {
    record Fine(String id) {}

    record UnknownType(Random dice) {}

    record UnknownRule(@Digits(integer = 1, fraction = 0) int digit) {}

    record MisplacedRule(@Email int number) {}

    record MisplacedTime(@Past String day) {}

    record RuleOnWrapper(@Size(max = 3) Optional<String> text) {}

    record RuleOnKey(Map<@Size(max = 3) String, String> map) {}

    record NumberedKeys(Map<Integer, String> map) {}

    record BareList(@SuppressWarnings("rawtypes") List list) {}

    record NestedOptional(List<Optional<String>> list) {}

    record BadDefault(@Max(5) @DefaultValue("6") int limit) {}

    record DefaultedOptional(@DefaultValue("6") Optional<Integer> limit) {}

    record Twins(String a_b, String aB) {}

    record Leaking(@Secret String password) {}

    record Holder(List<Leaking> items) {}

    record Filter(Map<String, String> any) {}

    record OptionalPath(Optional<String> id) {}

    record ChangingQuery(Change<String> name) {}

    private static void assertRefused(Consumer<Api> room, String... words) {
        assertThatThrownBy(() -> Server.builder().port(0).mount(room).start().close())
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private static void assertBodyRefused(Class<?> body, String... words) {
        assertRefused(api -> api.post("/x").takes(body).answers(204).to(_ -> Answer.empty()), words);
    }

    @Test
    void one_that_is_prepared_later_is_met_by_its_first_caller_and_keeps_nobody_else_from_theirs() {
        Consumer<Api> room = api -> {
            api.post("/nonsense").takes(UnknownType.class).answers(204).to(_ -> Answer.empty());
            api.get("/fine").answers(200, Fine.class).to(_ -> Answer.of(new Fine("one")));
        };
        try (var server = Server.builder().port(0).prepareLater().mount(room).start();
                var caller = new Caller(server)) {
            for (var time = 0; time < 2; time++) {
                assertThat(caller.post("/nonsense", "{}").status()).isEqualTo(500);
                assertThat(caller.get("/fine").json().path("id").asText()).isEqualTo("one");
            }
        }
    }

    @Test
    void components_that_cannot_stand_on_the_wire() {
        assertBodyRefused(UnknownType.class, "POST /x", "UnknownType.dice", "the type Random cannot stand on the wire");
        assertBodyRefused(UnknownRule.class, "UnknownRule.digit", "@Digits is not known here");
        assertBodyRefused(MisplacedRule.class, "MisplacedRule.number", "@Email makes no sense on int");
        assertBodyRefused(MisplacedTime.class, "@Past makes no sense on String");
        assertBodyRefused(RuleOnWrapper.class, "rules belong to the value inside");
        assertBodyRefused(RuleOnKey.class, "a Map's keys cannot have rules");
        assertBodyRefused(NumberedKeys.class, "the keys of a Map must be String");
        assertBodyRefused(BareList.class, "say of what: List<…>");
        assertBodyRefused(NestedOptional.class, "Optional may only stand around a component's whole type");
        assertBodyRefused(BadDefault.class, "the default '6' does not keep the component's own rules");
        assertBodyRefused(DefaultedOptional.class, "drop the Optional");
        assertBodyRefused(Twins.class, "two components named 'a_b'");
        assertBodyRefused(String.class, "String is not a record");
    }

    @Test
    void a_secret_in_an_answer() {
        assertRefused(
                api -> api.get("/x").answers(200, Leaking.class).to(_ -> Answer.empty()),
                "Leaking.password is a secret and cannot be answered");
        assertRefused(
                api -> api.get("/x").answers(200, Holder.class).to(_ -> Answer.empty()),
                "Leaking.password is a secret");
    }

    @Test
    void parameters_that_do_not_go_with_their_path() {
        assertRefused(
                api -> api.get("/x/{name}").parameters(Fine.class).answers(204).to(_ -> Answer.empty()),
                "GET /x/{name}",
                "{name}, but Fine has no such component");
        assertRefused(
                api -> api.get("/x/{id}").answers(204).to(_ -> Answer.empty()),
                "{id}, but NoParameters has no such component");
        assertRefused(
                api -> api.get("/x").parameters(Filter.class).answers(204).to(_ -> Answer.empty()),
                "Filter.any: a parameter is a scalar or a list of scalars");
        assertRefused(
                api -> api.get("/x/{id}")
                        .parameters(OptionalPath.class)
                        .answers(204)
                        .to(_ -> Answer.empty()),
                "a path parameter is one value and always there");
        assertRefused(
                api -> api.get("/x")
                        .parameters(ChangingQuery.class)
                        .answers(204)
                        .to(_ -> Answer.empty()),
                "a parameter changes nothing");
    }

    @Test
    void operations_that_collide_or_say_too_little() {
        assertRefused(
                api -> {
                    api.get("/x").answers(204).to(_ -> Answer.empty());
                    api.get("/x").answers(204).to(_ -> Answer.empty());
                },
                "two operations on one route: GET /x and GET /x");
        assertRefused(api -> api.get("/metrics").answers(204).to(_ -> Answer.empty()), "two operations on one route");
        assertRefused(api -> api.get("/x").to(_ -> Answer.empty()), "does not say what it answers");
        assertRefused(api -> api.get("/x").answers(302), "GET /x answers 302");
        assertRefused(api -> api.get("/x").answers(204, Fine.class), "which has no body");
        assertRefused(
                api -> {
                    api.get("/x")
                            .refuses(ProblemType.conflict("same", "One"))
                            .answers(204)
                            .to(_ -> Answer.empty());
                    api.get("/y")
                            .refuses(ProblemType.conflict("same", "Other"))
                            .answers(204)
                            .to(_ -> Answer.empty());
                },
                "two kinds of problem are named 'same'");
        assertRefused(
                api -> {
                    api.get("/x").id("same").answers(204).to(_ -> Answer.empty());
                    api.get("/y").id("same").answers(204).to(_ -> Answer.empty());
                },
                "two operations with the id 'same'",
                "GET /x",
                "GET /y");
    }

    @Test
    void an_answer_that_was_not_declared_is_a_fault_of_ours() {
        try (var server = Server.builder()
                        .port(0)
                        .mount(api -> {
                            api.get("/other").answers(200, Fine.class).to(_ -> Answer.of(201, new Fine("x")));
                            api.get("/empty").answers(200, Fine.class).to(_ -> Answer.empty());
                        })
                        .start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/other").status()).isEqualTo(500);
            assertThat(caller.get("/empty").status()).isEqualTo(500);
        }
    }

    @Test
    void a_header_cannot_be_made_of_a_line_break() {
        assertThatThrownBy(() -> Answer.empty().header("X-A", "b\r\nSet-Cookie: x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Answer.empty().header("X A", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
