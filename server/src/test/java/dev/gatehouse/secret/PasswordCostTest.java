package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordCostTest {
    @Test
    void the_default_is_the_least_that_owasp_allows() {
        assertThat(PasswordCost.DEFAULT).isEqualTo(new PasswordCost(19_456, 2, 1));
    }

    @Test
    void what_argon2_cannot_compute_is_refused_by_name() {
        assertThatThrownBy(() -> new PasswordCost(7, 1, 1)).hasMessageContaining("memory in KiB must be from 8");
        assertThatThrownBy(() -> new PasswordCost(15, 1, 2)).hasMessageContaining("from 16");
        assertThatThrownBy(() -> new PasswordCost(64, 0, 1)).hasMessageContaining("iterations");
        assertThatThrownBy(() -> new PasswordCost(64, 1, 0)).hasMessageContaining("parallelism");
    }

    @Test
    void what_would_stop_the_server_is_refused() {
        assertThatThrownBy(() -> new PasswordCost(5 * 1024 * 1024, 1, 1)).hasMessageContaining("memory");
        assertThatThrownBy(() -> new PasswordCost(64, 1_001, 1)).hasMessageContaining("iterations");
    }
}
