package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.secret.Verification.Differs;
import dev.gatehouse.secret.Verification.Matches;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final PasswordCost CHEAP = new PasswordCost(64, 1, 1);
    private static final PasswordCost DEARER = new PasswordCost(128, 1, 1);
    private static final Pepper PEPPER = Pepper.of(MasterKey.of("a secret of alice and bob, long enough"));

    private final PasswordHash hasher = new PasswordHash(CHEAP, PEPPER);

    @Test
    void the_right_password_matches_and_every_other_differs() {
        var stored = hasher.hash("correct horse battery staple");
        assertThat(hasher.verify(stored, "correct horse battery staple")).isEqualTo(new Matches(false));
        assertThat(hasher.verify(stored, "correct horse battery stapler")).isEqualTo(new Differs());
        assertThat(hasher.verify(stored, "Correct horse battery staple")).isEqualTo(new Differs());
        assertThat(hasher.verify(stored, "")).isEqualTo(new Differs());
    }

    @Test
    void the_stored_text_names_algorithm_cost_and_pepper() {
        assertThat(hasher.hash("correct horse"))
                .startsWith("$argon2id$v=19$m=64,t=1,p=1,keyid=" + PEPPER.id() + "$")
                .matches("\\$argon2id\\$v=19\\$[^$]+\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void the_same_password_is_stored_differently_each_time() {
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hasher.hash("correct horse"));
    }

    @Test
    void the_whole_password_counts() {
        var start = "x".repeat(72);
        var stored = hasher.hash(start + "alice wrote this");
        assertThat(hasher.verify(stored, start + "alice wrote thus")).isEqualTo(new Differs());
        assertThat(hasher.verify(stored, start + "alice wrote this")).isEqualTo(new Matches(false));
    }

    @Test
    void a_null_character_does_not_end_a_password() {
        var stored = hasher.hash("correct\0horse");
        assertThat(hasher.verify(stored, "correct\0mouse")).isEqualTo(new Differs());
    }

    @Test
    void the_same_letters_match_however_the_keyboard_composed_them() {
        var stored = hasher.hash("Zürich im Frühling");
        assertThat(hasher.verify(stored, "Zu\u0308rich im Fru\u0308hling")).isEqualTo(new Matches(false));
    }

    @Test
    void letters_that_only_look_alike_stay_different() {
        var stored = hasher.hash("ﬁne weather today");
        assertThat(hasher.verify(stored, "fine weather today")).isEqualTo(new Differs());
    }

    @Test
    void a_hash_of_another_cost_matches_and_wants_to_be_made_anew() {
        var stored = hasher.hash("correct horse");
        assertThat(new PasswordHash(DEARER, PEPPER).verify(stored, "correct horse"))
                .isEqualTo(new Matches(true));
    }

    /// Made by the reference implementation's command, without a pepper.
    @Test
    void a_hash_brought_from_elsewhere_matches_and_wants_our_pepper() {
        var salt = "somesalt".getBytes();
        var hash = Argon2.JAVA.hash("password".getBytes(), salt, CHEAP, 32);
        var brought = new StoredHash(CHEAP, Optional.empty(), salt, hash).text();

        assertThat(brought).startsWith("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$");
        assertThat(hasher.verify(brought, "password")).isEqualTo(new Matches(true));
        assertThat(hasher.verify(brought, "passwort")).isEqualTo(new Differs());
    }

    @Test
    void without_the_pepper_the_stored_hash_cannot_even_be_tried() {
        var other = new PasswordHash(CHEAP, Pepper.of(MasterKey.of("another secret")));
        var stored = hasher.hash("correct horse");
        assertThatThrownBy(() -> other.verify(stored, "correct horse"))
                .isInstanceOf(UnreadableHash.class)
                .hasMessageContaining("another JWT_SECRET_KEY")
                .hasMessageContaining(PEPPER.id());

        var unnamed = StoredHash.parse(stored);
        var peppered = new StoredHash(unnamed.cost(), Optional.empty(), unnamed.salt(), unnamed.hash()).text();
        assertThat(hasher.verify(peppered, "correct horse")).isEqualTo(new Differs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
                "$argon2id$v=19$m=999999999,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQxx$AAAAAAAAAAAAAAAAAAAAA"
            })
    void a_stored_text_that_is_no_hash_of_ours_is_a_fault_with_a_name(String garbage) {
        assertThatThrownBy(() -> hasher.verify(garbage, "correct horse"))
                .isInstanceOf(UnreadableHash.class)
                .hasMessageStartingWith("a stored password hash cannot be checked: ");
    }

    @Test
    void nobody_has_a_hash_of_the_same_form_and_cost_which_no_password_matches() {
        var nobody = StoredHash.parse(hasher.ofNobody());
        assertThat(nobody.cost()).isEqualTo(CHEAP);
        assertThat(nobody.pepperId()).hasValue(PEPPER.id());
        assertThat(nobody.salt()).hasSize(16);
        assertThat(nobody.hash()).hasSize(32);
        assertThat(hasher.verify(nobody.text(), "")).isEqualTo(new Differs());
    }

    @Test
    void the_pepper_never_shows_itself() {
        assertThat(hasher.toString()).contains(PEPPER.id()).doesNotContain("SecretKeySpec");
    }
}
