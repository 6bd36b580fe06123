package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.testing.ChildJvm;
import dev.gatehouse.testing.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_made_once_and_is_long_enough_for_every_algorithm() throws IOException {
        SettingsReader.read(folder, Map.of("JWT_ALGORITHM", "HS512"));
        var made = Files.readString(file());
        SettingsReader.read(folder, Map.of());

        assertThat(Files.readString(file())).isEqualTo(made);
        assertThat(made.strip().length()).isGreaterThanOrEqualTo(64);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_may_read_it() throws IOException {
        SettingsReader.read(folder, Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_key_that_is_given_is_not_written_down() {
        SettingsReader.read(folder, Map.of("JWT_SECRET_KEY", KeptSecret.random()));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void looking_makes_nothing() {
        SettingsReader.look(folder, Map.of());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void many_who_start_at_once_make_one() throws IOException {
        var keys = Race.of(32, _ -> new KeptSecret(folder.resolve("data")).readOrMake());

        assertThat(keys.stream().distinct()).hasSize(1);
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    /// Two processes, since a lock between threads would make the test above pass too.
    @Test
    void two_processes_that_start_at_once_make_one() {
        var processes = Stream.generate(() -> ChildJvm.start(folder, Map.of(), Read.class.getName()))
                .limit(2)
                .toList();
        var keys = processes.stream()
                .map(ChildJvm::ended)
                .map(KeptSecretTest::said)
                .distinct()
                .toList();

        assertThat(keys).hasSize(1).allSatisfy(key -> assertThat(key.strip()).hasSizeGreaterThan(64));
    }

    private static String said(ChildJvm.Ended ended) {
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    static final class Read {
        public static void main(String[] arguments) {
            System.out.println(new KeptSecret(Path.of("data")).readOrMake());
        }
    }

    @Test
    void a_place_where_it_cannot_be_kept_is_reported() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where a folder should be");
        var bad = catchThrowableOfType(BadSettings.class, () -> SettingsReader.read(folder, Map.of("PORT", "x")));

        assertThat(bad.faults()).extracting(SettingFault::variable).containsExactlyInAnyOrder("DATA_DIR", "PORT");
    }

    @Test
    void an_empty_file_is_no_key() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "\n");
        var bad = catchThrowableOfType(BadSettings.class, () -> SettingsReader.read(folder, Map.of()));

        assertThat(bad.faults()).extracting(SettingFault::variable).containsExactly("JWT_SECRET_KEY");
    }

    private Path file() {
        return folder.resolve("data/jwt-secret-key");
    }
}
