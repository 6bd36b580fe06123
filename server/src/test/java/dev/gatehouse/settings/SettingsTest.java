package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.account.RegistrationMode;
import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.secret.PasswordCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String KEY = "0123456789-abcdefghij-ABCDEFGHIJ-0123456789-abcdefghij-ABCDEFGHIJ";
    private static final Map<String, String> POSTGRES =
            Map.of("DB_USER", "gatehouse", "DB_NAME", "gatehouse", "JWT_SECRET_KEY", KEY);

    @TempDir
    private Path folder;

    @Test
    void nothing_given_is_a_good_server_on_this_machine() {
        var settings = SettingsReader.read(folder, Map.of());

        assertThat(settings.database()).isEqualTo(DatabaseSettings.sqlite(folder.resolve("data/gatehouse.db")));
        assertThat(settings.tokens().algorithm()).isEqualTo(JwtAlgorithm.ES256);
        assertThat(settings.tokens().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.people().registration()).isEqualTo(RegistrationMode.OPEN);
        assertThat(settings.people().passwordMinLength()).isEqualTo(15);
        assertThat(settings.people().passwordCost()).isEqualTo(PasswordCost.DEFAULT);
        assertThat(settings.issuer()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void a_file_that_holds_no_certificate_is_refused_with_the_reason() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), "not one");
        assertThat(catchThrowableOfType(
                        BadSettings.class,
                        () -> SettingsReader.read(folder, Map.of("TRUST_CERTIFICATES", "ca.pem, gone.pem"))))
                .hasMessageContaining("TRUST_CERTIFICATES")
                .hasMessageContaining("ca.pem is not a list of certificates in PEM");
        assertThat(catchThrowableOfType(
                        BadSettings.class, () -> SettingsReader.read(folder, Map.of("TRUST_CERTIFICATES", "gone.pem"))))
                .hasMessageContaining("gone.pem does not exist");
    }

    @Test
    void the_environment_wins_over_the_file_and_an_empty_value_is_none() throws IOException {
        Files.writeString(folder.resolve(".env"), "PORT=9001\nHOST=::1\nREGISTRATION=closed\n");
        var settings = SettingsReader.read(folder, Map.of("PORT", "9002", "HOST", "", "REGISTRATION", "  "));

        assertThat(settings.address().port()).isEqualTo(9002);
        assertThat(settings.address().host()).isEqualTo("::1");
        assertThat(settings.people().registration()).isEqualTo(RegistrationMode.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 80, http://127.0.0.1:80",
        "0.0.0.0, 8080, http://localhost:8080",
        "::, 8080, http://localhost:8080",
        "::1, 8080, http://[::1]:8080",
    })
    void without_a_public_url_the_issuer_is_what_a_browser_here_can_open(String host, String port, String issuer) {
        assertThat(SettingsReader.read(folder, Map.of("HOST", host, "PORT", port))
                        .issuer())
                .isEqualTo(issuer);
    }

    @ParameterizedTest
    @CsvSource({"DB_HOST, db", "DB_PORT, 5433", "DB_USER, alice", "DB_PASS, hunter2", "DB_NAME, people"})
    void any_variable_of_postgresql_means_postgresql(String variable, String value) {
        var given = new HashMap<>(POSTGRES);
        given.put(variable, value);

        assertThat(SettingsReader.read(folder, given).database()).isInstanceOf(DatabaseSettings.Postgres.class);
        assertThat(faults(Map.of(variable, value)))
                .anyMatch(fault -> fault.variable().equals("JWT_SECRET_KEY"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void postgresql_is_taken_as_it_is_given() {
        var given = new HashMap<>(POSTGRES);
        given.putAll(Map.of("DB_HOST", "one, two:5434", "DB_PASS", " pass word ", "DB_PORT", "5433"));
        var database =
                (DatabaseSettings.Postgres) SettingsReader.read(folder, given).database();

        assertThat(database.hosts()).containsExactly("one", "two:5434");
        assertThat(database.port()).isEqualTo(5433);
        assertThat(database.password()).isEqualTo(" pass word ");
    }

    @Test
    void half_of_postgresql_is_reported_and_not_replaced_by_another_database() {
        assertThat(faults(Map.of("DB_HOST", "db")))
                .extracting(SettingFault::variable)
                .containsExactlyInAnyOrder("DB_USER", "DB_NAME", "JWT_SECRET_KEY");
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() throws IOException {
        Files.writeString(folder.resolve(".env"), "what is this\n");
        var faults = faults(Map.ofEntries(
                Map.entry("DB_PORT", "seventy"),
                Map.entry("DB_HOST", "a,,b"),
                Map.entry("JWT_SECRET_KEY", "short"),
                Map.entry("JWT_ALGORITHM", "none"),
                Map.entry("ACCESS_TOKEN_EXPIRE_MINUTES", "0"),
                Map.entry("KEY_ROTATION_DAYS", "-1"),
                Map.entry("HOST", "my host"),
                Map.entry("PORT", "65536"),
                Map.entry("PUBLIC_URL", "id.example.com"),
                Map.entry("TRUSTED_PROXIES", "proxy"),
                Map.entry("REGISTRATION", "maybe"),
                Map.entry("PASSWORD_MIN_LENGTH", "7"),
                Map.entry("PASSWORD_COST", "m=1,t=1,p=1"),
                Map.entry("LOG_FORMAT", "xml")));

        assertThat(faults)
                .extracting(SettingFault::variable)
                .containsExactlyInAnyOrder(
                        ".env line 1",
                        "DB_PORT",
                        "DB_HOST",
                        "DB_USER",
                        "DB_NAME",
                        "JWT_SECRET_KEY",
                        "JWT_ALGORITHM",
                        "ACCESS_TOKEN_EXPIRE_MINUTES",
                        "KEY_ROTATION_DAYS",
                        "HOST",
                        "PORT",
                        "PUBLIC_URL",
                        "TRUSTED_PROXIES",
                        "REGISTRATION",
                        "PASSWORD_MIN_LENGTH",
                        "PASSWORD_COST",
                        "LOG_FORMAT");
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.found()).isNotBlank();
            assertThat(fault.advice()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "HS256, 31, false",
        "HS256, 32, true",
        "HS384, 47, false",
        "HS384, 48, true",
        "HS512, 63, false",
        "HS512, 64, true",
        "ES256, 31, false",
        "ES256, 32, true",
    })
    void a_key_has_as_many_bytes_as_its_algorithm_needs(String algorithm, int bytes, boolean good) {
        var given = Map.of("JWT_ALGORITHM", algorithm, "JWT_SECRET_KEY", KEY.substring(0, bytes));

        if (good)
            assertThat(SettingsReader.read(folder, given).tokens().algorithm().name())
                    .isEqualTo(algorithm);
        else assertThat(faults(given)).extracting(SettingFault::found).containsExactly(bytes + " bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "abababababababababababababababababababab",
                "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
            })
    void a_bad_key_is_refused_without_being_shown(String key) {
        var faults = faults(Map.of("JWT_SECRET_KEY", key, "DB_PASS", "swordfish"));

        assertThat(faults).anyMatch(fault -> fault.variable().equals("JWT_SECRET_KEY"));
        assertThat(faults.toString()).doesNotContain(key, "swordfish");
    }

    @Test
    void settings_do_not_show_their_secrets_when_they_are_printed() {
        var given = new HashMap<>(POSTGRES);
        given.put("DB_PASS", "swordfish");

        assertThat(SettingsReader.read(folder, given).toString()).doesNotContain("swordfish", KEY);
    }

    @Test
    void what_is_found_is_shown_short_and_on_one_line() {
        var faults = faults(Map.of("REGISTRATION", "x\n\u001b[31m" + "y".repeat(500)));

        assertThat(faults.getFirst().found()).hasSizeLessThan(80).doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com/",
                "https://id.example.com?x",
                "https://id.example.com#x",
                "ftp://id.example.com",
                "https://",
                "https:id.example.com",
                "https://id example.com",
            })
    void a_public_url_has_one_spelling(String url) {
        assertThat(faults(Map.of("PUBLIC_URL", url)))
                .extracting(SettingFault::variable)
                .containsExactly("PUBLIC_URL");
    }

    @Test
    void a_password_in_the_public_url_is_refused_and_not_shown() {
        var faults = faults(Map.of("PUBLIC_URL", "https://alice:hunter2@id.example.com"));

        assertThat(faults).extracting(SettingFault::variable).containsExactly("PUBLIC_URL");
        assertThat(faults.toString()).doesNotContain("hunter2");
    }

    private List<SettingFault> faults(Map<String, String> given) {
        return catchThrowableOfType(BadSettings.class, () -> SettingsReader.read(folder, given))
                .faults();
    }
}
