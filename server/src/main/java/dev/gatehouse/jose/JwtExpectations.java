package dev.gatehouse.jose;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What must hold for a token to be believed at one place.
///
/// @param type what `typ` must say, such as `at+jwt`
/// @param issuer what `iss` must say, to the letter
/// @param audience must be among `aud`; empty: whoever asks judges that himself
/// @param algorithms allowed here; each key further allows only its own
/// @param leeway for clocks that differ, on `exp` and `nbf`. Zero for our own tokens, whose clocks are ours
public record JwtExpectations(
        String type, String issuer, Optional<String> audience, Set<JwtAlgorithm> algorithms, Duration leeway) {

    /// More than this would not be leeway but a longer life.
    private static final Duration MOST_LEEWAY = Duration.ofMinutes(2);

    /// Refuses an empty set of algorithms and a leeway that is none.
    public JwtExpectations {
        algorithms = Set.copyOf(algorithms);
        if (algorithms.isEmpty()) throw new IllegalArgumentException("at least one algorithm must be allowed");
        if (leeway.isNegative() || leeway.compareTo(MOST_LEEWAY) > 0)
            throw new IllegalArgumentException("a leeway is from 0 to 2 minutes, not " + leeway);
    }

    public JwtExpectations(String type, String issuer, String audience, Set<JwtAlgorithm> algorithms, Duration leeway) {
        this(type, issuer, Optional.of(audience), algorithms, leeway);
    }

    /// For tokens that this server issued itself, for whomever.
    public static JwtExpectations ofOurOwn(String type, String issuer, Set<JwtAlgorithm> algorithms) {
        return new JwtExpectations(type, issuer, Optional.empty(), algorithms, Duration.ZERO);
    }

    /// For tokens that this server issued itself.
    public static JwtExpectations ofOurOwn(String type, String issuer, String audience, Set<JwtAlgorithm> algorithms) {
        return new JwtExpectations(type, issuer, audience, algorithms, Duration.ZERO);
    }
}
