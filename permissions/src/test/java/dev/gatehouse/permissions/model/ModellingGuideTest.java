package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `docs/guide/modelling.md` shows is true.
class ModellingGuideTest {

    private static final Path PAGE = Path.of("../docs/guide/modelling.md");

    @Test
    void every_example_is_a_good_model() throws IOException {
        assertThat(blocks("fga"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(text -> assertThat(Texts.read(text).types()).containsKeys("person", "document"));
    }

    @Test
    void the_faults_of_the_faulty_one_are_those_that_it_names() throws IOException {
        assertThat(String.join(
                                "\n",
                                Texts.faults(ModelText.read(blocks("faulty").getFirst()))) + "\n")
                .isEqualTo(blocks("text").getFirst());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(language.length() + 4, block.length() - 3))
                .toList();
    }
}
