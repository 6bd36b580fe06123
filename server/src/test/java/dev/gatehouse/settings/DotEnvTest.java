package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NAME=value            | value",
                "NAME = value          | value",
                "export NAME=value     | value",
                "NAME=a b  c           | a b  c",
                "NAME=value # comment  | value",
                "NAME=a#b              | a#b",
                "NAME=a=b              | a=b",
                "NAME=                 | ``",
                "NAME=# comment        | ``",
                "NAME=''               | ``",
                "NAME='a # b'          | a # b",
                "NAME='a\\nb' # c      | a\\nb",
                "NAME=\"a # b\"        | a # b",
                "NAME=\"a\\\"b\"       | a\"b",
                "NAME=\"a\\\\b\"       | a\\b",
                "NAME=\"a\\\\\"        | a\\",
                "NAME=\"$HOME\"        | $HOME",
                "NAME=\"\\$HOME\"      | $HOME",
                "NAME=\"it's\"         | it's",
                "NAME='say \"so\"'     | say \"so\"",
                "NAME=it's             | it's",
            })
    void a_line_gives_a_value(String line, String value) {
        assertThat(DotEnv.parse(".env", List.of(line))).isEqualTo(new DotEnv(Map.of("NAME", value), List.of()));
    }

    @Test
    void line_breaks_and_tabs_can_be_written_in_double_quotes() {
        assertThat(DotEnv.parse(".env", List.of("NAME=\"a\\nb\\tc\"")).values()).containsEntry("NAME", "a\nb\tc");
    }

    @Test
    void empty_lines_and_comments_are_passed_over() {
        var file = DotEnv.parse(".env", List.of("", "# NAME=no", "   ", "  # no", "NAME=yes"));

        assertThat(file).isEqualTo(new DotEnv(Map.of("NAME", "yes"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "1NAME=x", "NA-ME=x", "=x", "export", "hunter2 is my password"})
    void what_is_no_variable_is_reported_with_its_line_and_without_its_text(String line) {
        var faults = DotEnv.parse(".env", List.of("A=1", line)).faults();

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().variable()).isEqualTo(".env line 2");
        assertThat(faults.getFirst().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME='hunter2", "NAME=\"hunter2", "NAME=\"hunter2\\\"", "NAME='hunter2' 2"})
    void a_quote_that_does_not_end_is_reported(String line) {
        var faults = DotEnv.parse(".env", List.of(line)).faults();

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().toString()).contains(".env line 1", "NAME").doesNotContain("hunter2");
    }

    @Test
    void a_variable_that_is_given_twice_is_reported() {
        var file = DotEnv.parse(".env", List.of("NAME=one", "NAME=two"));

        assertThat(file.faults()).hasSize(1);
        assertThat(file.faults().getFirst().toString()).contains("line 2", "NAME");
    }

    @Test
    void every_fault_of_a_file_is_reported() {
        assertThat(DotEnv.parse(".env", List.of("one", "A=1", "two", "A=2", "B='"))
                        .faults())
                .hasSize(4);
    }

    @Test
    void a_file_saved_by_windows_is_read_like_any_other(@TempDir Path folder) throws IOException {
        var file = folder.resolve(".env");
        Files.writeString(file, "\uFEFFHOST=::1\r\nPORT=9\r\n", StandardCharsets.UTF_8);

        assertThat(DotEnv.read(file)).isEqualTo(new DotEnv(Map.of("HOST", "::1", "PORT", "9"), List.of()));
    }

    @Test
    void bytes_that_are_not_utf_8_are_reported(@TempDir Path folder) throws IOException {
        var file = folder.resolve(".env");
        Files.write(file, new byte[] {'A', '=', (byte) 0xE9, '\n'});

        assertThat(DotEnv.read(file).faults()).hasSize(1);
    }

    @Test
    void a_folder_in_place_of_the_file_is_reported(@TempDir Path folder) {
        assertThat(DotEnv.read(folder).faults()).hasSize(1);
    }

    @Test
    void no_file_is_no_fault(@TempDir Path folder) {
        assertThat(DotEnv.read(folder.resolve(".env"))).isEqualTo(new DotEnv(Map.of(), List.of()));
    }
}
