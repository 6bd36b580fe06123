package dev.gatehouse.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.TestHouse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With another `JWT_SECRET_KEY` than before the server does not start: no password could be judged any more.
@EachDatabase
class ChangedSecretTest {

    private final TestHouse house;

    ChangedSecretTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"ES256, The signing key", "HS256, The first audit record"})
    void a_changed_secret_is_noticed_at_the_start(String algorithm, String what) {
        house.restart(Map.of(Variable.JWT_ALGORITHM, algorithm));
        house.person("alice");
        var other = Map.of(Variable.JWT_SECRET_KEY, TestHouse.SECRET_KEY.replace('a', 'b'));

        assertThatThrownBy(() -> house.restart(other))
                .isInstanceOf(KeysDoNotOpen.class)
                .hasMessageStartingWith(what)
                .hasMessageEndingWith("does not fit this JWT_SECRET_KEY.");
        house.restart(Map.of(Variable.JWT_SECRET_KEY, TestHouse.SECRET_KEY));
    }
}
