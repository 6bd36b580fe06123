package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jose.JwtVerdict.Expired;
import dev.gatehouse.jose.JwtVerdict.Invalid;
import dev.gatehouse.jose.JwtVerdict.Valid;
import dev.gatehouse.jose.VerifiedTokens.Fingerprint;
import dev.gatehouse.jose.VerifiedTokens.Verified;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SigningKey KEY = Keys.of(JwtAlgorithm.ES256);
    private static final VerificationKey PUBLIC = KEY.verificationKey();
    private static final JwtExpectations EXPECTED =
            JwtExpectations.ofOurOwn("at+jwt", "https://id.example", "api", Set.of(JwtAlgorithm.ES256));

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicReference<Optional<VerificationKey>> published = new AtomicReference<>(Optional.of(PUBLIC));
    private final JwtVerifier verifier = new JwtVerifier(EXPECTED, _ -> published.get(), now::get, 100);

    @Test
    void a_remembered_token_gives_the_same_claims() {
        var token = token("alice", 900);
        assertThat(verifier.verify(token)).isInstanceOf(Valid.class).isEqualTo(verifier.verify(token));
    }

    @Test
    void a_remembered_token_expires_like_any_other() {
        var token = token("alice", 900);
        assertThat(verifier.verify(token)).isInstanceOf(Valid.class);
        now.set(NOON.plusSeconds(900));
        assertThat(verifier.verify(token)).isInstanceOf(Expired.class);
    }

    @Test
    void retiring_a_key_ends_the_tokens_that_were_remembered_with_it() {
        var token = token("alice", 900);
        assertThat(verifier.verify(token)).isInstanceOf(Valid.class);
        published.set(Optional.empty());
        assertThat(verifier.verify(token)).isInstanceOf(Invalid.class);
    }

    @Test
    void another_key_of_the_same_name_does_not_inherit_what_was_remembered() {
        var token = token("alice", 900);
        assertThat(verifier.verify(token)).isInstanceOf(Valid.class);
        published.set(Optional.of(SigningKey.generate(JwtAlgorithm.ES256).verificationKey()));
        assertThat(verifier.verify(token)).isEqualTo(new Invalid("its signature is wrong"));
    }

    @Test
    void only_what_was_found_good_is_remembered() {
        var token = token("alice", 900);
        verifier.verify(token.substring(0, token.length() - 4) + "AAAA");
        verifier.verify(token("alice", 0));
        verifier.verify("no token at all");
        assertThat(verifier.remembered()).isZero();

        verifier.verify(token);
        assertThat(verifier.remembered()).isEqualTo(1);
    }

    @Test
    void it_never_holds_more_than_it_may() {
        var tokens = new VerifiedTokens(1_000);
        IntStream.range(0, 10_000).forEach(at -> tokens.remember(Fingerprint.of("t" + at), until(900), NOON));
        assertThat(tokens.size()).isBetween(875L, 1_000L);
        assertThat(tokens.find(Fingerprint.of("t9999"))).isPresent();
    }

    @Test
    void the_expired_go_before_the_living() {
        var tokens = new VerifiedTokens(100);
        IntStream.range(0, 80).forEach(at -> tokens.remember(Fingerprint.of("old" + at), until(1), NOON));
        IntStream.range(0, 20).forEach(at -> tokens.remember(Fingerprint.of("new" + at), until(900), NOON));
        tokens.remember(Fingerprint.of("newest"), until(900), NOON.plusSeconds(2));

        assertThat(tokens.size()).isEqualTo(21);
        assertThat(IntStream.range(0, 20))
                .allMatch(at -> tokens.find(Fingerprint.of("new" + at)).isPresent());
    }

    @Test
    void with_no_place_at_all_it_remembers_nothing() {
        var tokens = new VerifiedTokens(0);
        tokens.remember(Fingerprint.of("t"), until(900), NOON);
        assertThat(tokens.size()).isZero();
    }

    @Test
    void many_threads_may_use_it_at_once() throws Exception {
        var capacity = 200;
        var tokens = new VerifiedTokens(capacity);
        var threads = 16;
        var largest = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, threads)
                    .mapToObj(thread ->
                            people.submit(() -> IntStream.range(0, 5_000).forEach(at -> {
                                var fingerprint = Fingerprint.of(thread + "/" + at);
                                tokens.remember(fingerprint, until(at), NOON);
                                largest.accumulateAndGet((int) tokens.size(), Math::max);
                            })))
                    .toList();
            for (var one : all) one.get();
        }
        assertThat(largest.get()).isLessThanOrEqualTo(capacity + threads);
    }

    private static Verified until(long seconds) {
        var claims = new JwtClaims(Map.of("exp", NOON.getEpochSecond() + seconds));
        return new Verified(claims, PUBLIC);
    }

    private static String token(String subject, long seconds) {
        return new JwtSigner(KEY, "at+jwt")
                .sign(Map.of(
                        "iss",
                        "https://id.example",
                        "aud",
                        "api",
                        "sub",
                        subject,
                        "exp",
                        NOON.getEpochSecond() + seconds));
    }
}
