package dev.gatehouse.permissions.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every example of the page for users is what the page says it is.
class ConditionsPageTest {

    private static final Path PAGE = Path.of("../docs/guide/conditions.md");
    private static final Pattern BLOCK = Pattern.compile("```cel\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("(.*?) +// (is true|is false|is a fault: .*?|fails: .*?)\n", Pattern.DOTALL);

    @Test
    void each_example_is_what_the_page_says() throws Exception {
        var blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        var examples = blocks.stream()
                .flatMap(block -> EXAMPLE.matcher(block).results())
                .toList();
        assertThat(examples).hasSizeGreaterThan(50).allSatisfy(ConditionsPageTest::holds);
        assertThat(String.join("", blocks))
                .isEqualTo(String.join(
                        "", examples.stream().map(MatchResult::group).toList()));
    }

    private static void holds(MatchResult example) {
        assertThat(outcome(example.group(1))).as(example.group(1)).isEqualTo(example.group(2));
    }

    private static String outcome(String source) {
        return switch (CelExpression.compile(source, Map.of())) {
            case CelCompilation.Faulty(var faults) ->
                "is a fault: " + faults.getFirst().message();
            case CelCompilation.Compiled(var expression) ->
                switch (expression.evaluate(Map.of())) {
                    case CelResult.Holds(var holds) -> "is " + holds;
                    case CelResult.Failed(var why) -> "fails: " + why;
                    case CelResult.Missing(var parameters) -> "lacks " + parameters;
                };
        };
    }
}
