package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtClaimsTest {
    @Test
    void an_audience_is_one_text_or_several() {
        assertThat(claims("aud", "api").audience()).containsExactly("api");
        assertThat(claims("aud", List.of("api", "mail", "api")).audience()).containsExactlyInAnyOrder("api", "mail");
        assertThat(claims("aud", List.of("api", 7L)).audience()).containsExactly("api");
        assertThat(claims("aud", 7L).audience()).isEmpty();
    }

    @Test
    void a_time_may_have_a_fraction() {
        assertThat(claims("exp", 1_300_819_380L).expiresAt()).hasValue(Instant.parse("2011-03-22T18:43:00Z"));
        assertThat(claims("exp", 1_300_819_380.5).expiresAt()).hasValue(Instant.parse("2011-03-22T18:43:00.5Z"));
        assertThat(claims("exp", -0.5).expiresAt()).hasValue(Instant.parse("1969-12-31T23:59:59.5Z"));
    }

    @Test
    void what_is_not_a_time_is_absent() {
        assertThat(claims("exp", "1300819380").expiresAt()).isEmpty();
        assertThat(claims("exp", 1e300).expiresAt()).isEmpty();
        assertThat(claims("exp", Double.NaN).expiresAt()).isEmpty();
        assertThat(claims("exp", Instant.MAX.getEpochSecond() - 3).expiresAt()).isEmpty();
        assertThat(claims("exp", Instant.MIN.getEpochSecond() + 4).expiresAt()).isEmpty();
        assertThat(claims("exp", 253_402_300_799L).expiresAt()).hasValue(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void a_claim_of_another_type_is_absent() {
        assertThat(claims("sub", 7L).subject()).isEmpty();
        assertThat(claims("sub", "alice").subject()).hasValue("alice");
        assertThat(claims("groups", "staff").texts("groups")).isEmpty();
    }

    private static JwtClaims claims(String name, Object value) {
        return new JwtClaims(Map.of(name, value));
    }
}
