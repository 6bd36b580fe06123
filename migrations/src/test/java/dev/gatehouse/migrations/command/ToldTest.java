package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.Step;
import dev.gatehouse.migrations.Step.Direction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldTest {

    private record Named(String id, List<String> parents, String message) implements Revision {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    private static final Step STEP =
            new Step(new Named("a1", List.of(), "one"), Direction.UPGRADE, Set.of(), Set.of("a1"));

    private final StringWriter said = new StringWriter();
    private final Told told = new Told(new PrintWriter(said), false);

    @Test
    void a_step_that_took_long_says_how_long() {
        told.running(STEP);
        told.done(STEP, Duration.ofMillis(1_240));

        assertThat(said.toString()).isEqualTo("Running upgrade <base> -> a1, one\n  done in 1.2 s\n");
    }

    @Test
    void a_step_that_went_by_in_a_moment_does_not() {
        told.running(STEP);
        told.done(STEP, Duration.ofMillis(999));

        assertThat(said.toString()).isEqualTo("Running upgrade <base> -> a1, one\n");
    }

    @Test
    void a_long_copy_is_told_now_and_then_and_at_its_end() {
        for (var done = 50_000; done <= 450_000; done += 50_000) told.copying("note", done, 450_000);

        assertThat(said.toString())
                .isEqualTo("  note: 200,000 of 450,000 rows copied\n"
                        + "  note: 400,000 of 450,000 rows copied\n"
                        + "  note: 450,000 of 450,000 rows copied\n");
    }

    @Test
    void on_a_terminal_it_is_one_line_that_is_written_over() {
        var terminal = new Told(new PrintWriter(said), true);
        terminal.copying("note", 100_000, 200_000);
        terminal.copying("note", 200_000, 200_000);

        assertThat(said.toString())
                .isEqualTo("\r  note: 100,000 of 200,000 rows copied\r  note: 200,000 of 200,000 rows copied\n");
    }

    @Test
    void a_short_copy_is_not_worth_a_line() {
        told.copying("note", 1_000, 1_000);

        assertThat(said.toString()).isEmpty();
    }
}
