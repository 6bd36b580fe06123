package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final MasterKey MASTER = MasterKey.of("a secret of alice and bob, long enough");
    private static final byte[] CHARTER = "the charter".getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing = Sealing.under(MASTER, "signing keys");

    @Test
    void what_was_sealed_opens_again() {
        assertThat(sealing.open(sealing.seal(CHARTER, "main/1"), "main/1")).hasValue(CHARTER);
    }

    @Test
    void it_opens_after_a_restart() {
        var sealed = sealing.seal(CHARTER, "main/1");
        assertThat(Sealing.under(MASTER, "signing keys").open(sealed, "main/1")).hasValue(CHARTER);
    }

    @Test
    void it_does_not_show_what_it_holds() {
        assertThat(sealing.seal(CHARTER, "main/1")).startsWith("v1.").doesNotContain(Base64Url.encode(CHARTER));
    }

    @Test
    void moved_to_another_row_it_does_not_open() {
        assertThat(sealing.open(sealing.seal(CHARTER, "main/1"), "main/2")).isEmpty();
    }

    @Test
    void another_secret_or_another_purpose_does_not_open_it() {
        var sealed = sealing.seal(CHARTER, "main/1");
        assertThat(Sealing.under(MasterKey.of("another secret"), "signing keys").open(sealed, "main/1"))
                .isEmpty();
        assertThat(Sealing.under(MASTER, "successors").open(sealed, "main/1")).isEmpty();
    }

    @Test
    void altered_in_any_character_it_does_not_open() {
        var sealed = sealing.seal(CHARTER, "main/1");
        for (var at = 0; at < sealed.length(); at++) {
            var other = sealed.charAt(at) == 'A' ? 'Q' : 'A';
            var altered = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThat(sealing.open(altered, "main/1")).as(altered).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1.", "v1.AAAA", "v2.AAAA", "v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "v1.ä", "garbage"
            })
    void what_was_never_sealed_does_not_open(String garbage) {
        assertThat(sealing.open(garbage, "main/1")).isEmpty();
    }

    @Test
    void the_same_content_never_looks_the_same() {
        var seen = new HashSet<String>();
        IntStream.range(0, 1_000).forEach(_ -> seen.add(sealing.seal(CHARTER, "main/1")));
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void only_who_presents_the_token_again_opens_what_was_sealed_under_it() {
        var token = OpaqueToken.random(OpaqueToken.Kind.REFRESH_TOKEN).getBytes(StandardCharsets.UTF_8);
        var other = OpaqueToken.random(OpaqueToken.Kind.REFRESH_TOKEN).getBytes(StandardCharsets.UTF_8);
        var sealed = Sealing.under(token, "successor").seal(CHARTER, "family/1");

        assertThat(Sealing.under(token, "successor").open(sealed, "family/1")).hasValue(CHARTER);
        assertThat(Sealing.under(other, "successor").open(sealed, "family/1")).isEmpty();
    }

    @Test
    void too_little_key_material_is_refused() {
        assertThatThrownBy(() -> Sealing.under(new byte[15], "successor")).hasMessageContaining("too little");
    }

    @Test
    void an_empty_content_is_a_content() {
        assertThat(sealing.open(sealing.seal(new byte[0], "main/1"), "main/1")).hasValue(new byte[0]);
    }
}
