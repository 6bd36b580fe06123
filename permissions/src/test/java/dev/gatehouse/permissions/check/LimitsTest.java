package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What somebody can ask who means no good: it ends, and says why.
class LimitsTest {

    private static final Deadline PAST = new Deadline(Duration.ofSeconds(3), System.nanoTime() - 1);
    private static final Limits LATE = Limits.USUAL.until(PAST);
    private static final Question QUESTION = Question.of("person:bob", "r0", "document:charter");
    private static final Relationship BOB = Relationship.of("document:charter", "owner", "person:bob");

    @Test
    void a_long_chain_of_deep_parentheses_is_too_deep_and_no_overflow() {
        var nested = permissions(chain(900, 20), Limits.USUAL.depth(100), BOB);
        var limit = Optional.of(new Problem.TooDeep(100));
        onASmallStack(() -> {
            assertThat(problem(nested.check(QUESTION))).isEqualTo(limit);
            assertThat(nested.explain(QUESTION).verdict()).isEqualTo(Verdict.UNDECIDED);
        });
    }

    @Test
    void hundreds_of_second_names_are_followed() {
        var plain = permissions(chain(590, 0), Limits.USUAL, BOB);
        assertThat(plain.check(QUESTION).isAllowed()).isTrue();
        assertThat(plain.explain(QUESTION).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_question_ends_at_its_deadline() {
        var late = permissions(chain(590, 0), LATE, BOB);
        assertThat(problem(late.check(QUESTION))).contains(new Problem.TooLong(Duration.ofSeconds(3)));
        assertThat(late.explain(QUESTION).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(permissions(chain(590, 0), Limits.USUAL.until(Deadline.in(Duration.ofMinutes(5))), BOB)
                        .check(QUESTION)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void a_list_ends_at_its_deadline_and_is_not_cut_in_silence() {
        var late = permissions(chain(590, 0), LATE, BOB);
        var undecided = new Listing.Undecided(new Problem.TooLong(Duration.ofSeconds(3)));
        assertThat(late.objects("person:bob", "r0", "document", Map.of(), Listing.Page.ALL))
                .isEqualTo(undecided);
        assertThat(late.subjects("document:charter", "r0", SubjectFilter.of("person"), Map.of(), Listing.Page.ALL))
                .isEqualTo(undecided);
    }

    @Test
    void a_condition_is_not_judged_after_the_deadline() {
        var model = """
                model
                  schema 1.1
                type person
                type document
                  relations
                    define r0: [person with always]
                condition always(x: int) {
                  x == 1
                }
                """;
        var met = Relationship.of("document:charter", "r0", "person:bob")
                .with(new ConditionUse("always", Map.of("x", 1L)));
        assertThat(permissions(model, Limits.USUAL, met).check(QUESTION).isAllowed())
                .isTrue();
        assertThat(problem(permissions(model, LATE, met).check(QUESTION)))
                .contains(new Problem.TooLong(Duration.ofSeconds(3)));
    }

    /// It could be named before the relation became one that leads from thing to thing. A circle through it
    /// would come before the "no" that lets bob in.
    @Test
    void everybody_is_no_parent_even_if_an_older_model_let_it_be_named() {
        var model = """
                model
                  schema 1.1
                type person
                type folder
                  relations
                    define parent: [folder]
                    define member: [person] or lead
                    define lead: [person] or member
                    define blocked: member from parent
                    define r0: [person] but not blocked
                """;
        var bob = Relationship.of("folder:plans", "r0", "person:bob");
        var all = Relationship.of("folder:plans", "parent", "folder:*");
        var asked = permissions(model, Limits.USUAL, bob, all);
        var question = Question.of("person:bob", "r0", "folder:plans");
        assertThat(asked.explain(question).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(asked.check(question).isAllowed()).isTrue();
    }

    /// All virtual threads share few threads of the machine, and nobody takes one away.
    @Test
    void a_long_question_lets_others_have_a_turn() throws InterruptedException {
        var model = """
                model
                  schema 1.1
                type person
                type document
                  relations
                    define r0: [person with member]
                condition member(list: list<string>) {
                  "bob" in list
                }
                """;
        var one = Relationship.of("document:charter", "r0", "person:bob").with(new ConditionUse("member", Map.of()));
        var context = Map.<String, Object>of("list", Collections.nCopies(20_000, "eve"));
        var asked = permissions(model, Limits.USUAL.until(Deadline.in(Duration.ofSeconds(10))), one);
        var use = new ConditionUse("member", Map.of());
        var hadTurn = new AtomicBoolean();
        var late = new AtomicInteger();
        // More than there are processors, so that whoever comes last waits for one of them.
        var askers = IntStream.range(0, 4 * Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    var own = new Circumstances(
                            asked.model(), context, asked.limits().deadline());
                    while (!hadTurn.get() && own.problem().isEmpty()) own.judge(use);
                    if (own.problem().isPresent()) late.incrementAndGet();
                }))
                .toList();
        Thread.startVirtualThread(() -> hadTurn.set(true)).join();
        for (var asker : askers) asker.join();
        assertThat(late)
                .as("questions that were late before the other had its turn")
                .hasValue(0);
    }

    private static Optional<Problem> problem(Finding finding) {
        return finding instanceof Finding.Undecided(var problem) ? Optional.of(problem) : Optional.empty();
    }

    private static Permissions permissions(String model, Limits limits, Relationship... relationships) {
        return new Permissions(read(model), PlainSnapshot.of(List.of(relationships)), limits);
    }

    private static AuthorizationModel read(String model) {
        return ((ModelReading.Read) ModelText.read(model)).model();
    }

    /// Each relation is the next one, in parentheses; the last one is `owner`.
    private static String chain(int relations, int parentheses) {
        var beginning = """
                model
                  schema 1.1
                type person
                type document
                  relations
                    define owner: [person]
                """;
        return IntStream.range(0, relations)
                .mapToObj(i -> "    define r" + i + ": "
                        + nested(i + 1 == relations ? "owner" : "r" + (i + 1), parentheses) + "\n")
                .collect(Collectors.joining("", beginning, ""));
    }

    private static String nested(String inner, int parentheses) {
        return "(".repeat(parentheses) + inner + " and owner)".repeat(parentheses);
    }

    /// As small as the stacks of threads usually are.
    private static void onASmallStack(Runnable test) {
        var failed = new Throwable[1];
        var thread = new Thread(null, test, "small", 1 << 20);
        thread.setUncaughtExceptionHandler((_, fault) -> failed[0] = fault);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        assertThat(failed[0]).isNull();
    }
}
