package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
    /// The verifier and challenge that RFC 7636 appendix B gives.
    @Test
    void a_digest_is_sha_256_in_base64url() {
        assertThat(Digest.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void a_presented_token_matches_its_own_digest_only() {
        var digest = Digest.of("ghr_alice");
        assertThat(Digest.matches("ghr_alice", digest)).isTrue();
        assertThat(Digest.matches("ghr_bob", digest)).isFalse();
        assertThat(Digest.matches(digest, digest)).isFalse();
    }

    @Test
    void texts_are_equal_or_not_whatever_their_lengths() {
        assertThat(Digest.isEqual("münchen", "münchen")).isTrue();
        assertThat(Digest.isEqual("münchen", "munchen")).isFalse();
        assertThat(Digest.isEqual("", "a")).isFalse();
    }
}
