package dev.gatehouse.permissions.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Ours and Google's CEL must be of one mind about conditions that a machine made up.
class GoogleCelPropertyTest {

    private static final int CONDITIONS = 1_500;

    /// Where we are stricter: to Google anything may be a key, and durations last for 10,000 years.
    private static final String KEY = "a key is";

    private static final String DURATION = "a duration is at most";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomCondition conditions = new RandomCondition(new Random(seed));
    private final GoogleCel google = new GoogleCel();
    private int decided;

    @Test
    void both_accept_the_same_conditions_and_come_to_the_same() {
        var differences = Stream.generate(this::difference)
                .limit(CONDITIONS)
                .flatMap(Optional::stream)
                .limit(10);
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(decided).as("conditions that were decided, seed " + seed).isGreaterThan(CONDITIONS / 5);
    }

    private Optional<String> difference() {
        var source = conditions.next();
        var values = conditions.values();
        var ours = CelExpression.compile(source, RandomCondition.PARAMETERS);
        if (isStricter(ours)) return Optional.empty();
        if (ours instanceof CelCompilation.Compiled != google.accepts(source))
            return Optional.of(source + " is " + ours + " to us and not to Google");
        if (!(ours instanceof CelCompilation.Compiled(var expression))) return Optional.empty();

        var outcome = expression.evaluate(values);
        var decision = outcome instanceof CelResult.Holds(var holds) ? Optional.of(holds) : Optional.<Boolean>empty();
        if (decision.isPresent()) decided++;
        if (isStricter(outcome)) return Optional.empty();
        var theirs = google.evaluate(source, values);
        return decision.equals(theirs)
                ? Optional.empty()
                : Optional.of(source + " with " + values + " is " + outcome + " to us and " + theirs + " to Google");
    }

    private static boolean isStricter(CelCompilation ours) {
        return ours instanceof CelCompilation.Faulty(var faults)
                && faults.stream().anyMatch(fault -> fault.message().startsWith(KEY));
    }

    private static boolean isStricter(CelResult ours) {
        return ours instanceof CelResult.Failed(var why) && (why.startsWith(KEY) || why.startsWith(DURATION));
    }
}
