package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is written of the settings, held against the list that the program reads.
class SettingsDocumentsTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#([A-Z_]+)=(.*)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?:`([^`]*)`)?.*\\| (.+) \\|$");

    @Test
    void the_example_file_names_every_variable_once_in_the_order_of_the_program() throws IOException {
        assertThat(names(EXAMPLE, example())).isEqualTo(variables());
    }

    @Test
    void the_example_file_shows_what_holds_otherwise() throws IOException {
        var shown = EXAMPLE.matcher(example()).results().toList();
        for (var line : shown) {
            var standard = Variable.valueOf(line.group(1)).standard().filter(value -> !value.isEmpty());
            standard.ifPresent(
                    value -> assertThat(line.group(2)).as(line.group(1)).isEqualTo(value));
        }
    }

    @Test
    void above_every_line_of_the_example_stands_what_it_means() throws IOException {
        var lines = example().lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (EXAMPLE.matcher(lines.get(i)).matches())
                assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
        }
    }

    @Test
    void the_example_as_it_stands_changes_nothing() throws IOException {
        assertThat(DotEnv.parse(".env", example().lines().toList())).satisfies(file -> {
            assertThat(file.values()).isEmpty();
            assertThat(file.faults()).isEmpty();
        });
    }

    @Test
    void the_guide_has_a_row_for_every_variable_with_what_holds_otherwise() throws IOException {
        var guide = Files.readString(root().resolve("docs/guide/settings.md"));
        assertThat(names(ROW, guide)).isEqualTo(variables());
        for (var row : ROW.matcher(guide).results().toList()) {
            var standard = Variable.valueOf(row.group(1)).standard().filter(value -> !value.isEmpty());
            standard.ifPresent(
                    value -> assertThat(row.group(2)).as(row.group(1)).isEqualTo(value));
            assertThat(row.group(3)).as(row.group(1)).isNotBlank();
        }
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> variables() {
        return Arrays.stream(Variable.values()).map(Enum::name).toList();
    }

    private static String example() throws IOException {
        return Files.readString(root().resolve(".env.example"));
    }

    /// Tests run in their module's folder.
    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Optional.of(here.resolve(".env.example")).filter(Files::exists).isPresent() ? here : here.getParent();
    }
}
