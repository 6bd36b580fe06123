package dev.gatehouse.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store files of the guide are read, and hold.
class TestingGuideTest {

    private static final Pattern FILE = Pattern.compile("```yaml\n((?:(?!```).)*?model: \\|.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void every_store_file_of_the_guide_holds() throws IOException {
        var guide = Files.readString(Path.of("../docs/guide/testing-permissions.md"));
        var files = FILE.matcher(guide).results().map(MatchResult::group).toList();
        assertThat(files).hasSize(2);
        for (var text :
                FILE.matcher(guide).results().map(found -> found.group(1)).toList()) {
            var file = Files.writeString(folder.resolve("charter.fga.yaml"), text);
            for (var world : Worlds.of(file))
                for (var ran : new WorldRun(world).run())
                    assertThat(Worlds.failures(file, ran)).isEmpty();
        }
    }
}
