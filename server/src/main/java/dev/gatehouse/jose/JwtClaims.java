package dev.gatehouse.jose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The claims of a token that was found valid. A claim of another JSON type than asked for counts as absent.
///
/// @param all every claim by its name: text, `Long`, `Double`, `Boolean`, list or map
/// @spec https://www.rfc-editor.org/rfc/rfc7519#section-4.1 RFC 7519 §4.1
public record JwtClaims(Map<String, Object> all) {

    /// What is further off from 1970 is no time of a token: at the very end of what Java knows, adding a leeway would
    /// fail.
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /// The person or client that the token speaks of (`sub`).
    public Optional<String> subject() {
        return text("sub");
    }

    public Optional<String> issuer() {
        return text("iss");
    }

    /// Whom the token is for (`aud`): one text or a list of them.
    public Set<String> audience() {
        return text("aud").map(Set::of).orElseGet(() -> Set.copyOf(texts("aud")));
    }

    public Optional<Instant> expiresAt() {
        return instant("exp");
    }

    public Optional<Instant> issuedAt() {
        return instant("iat");
    }

    public Optional<String> text(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// A list of texts; what is not text in it is left out.
    public List<String> texts(String name) {
        if (!(all.get(name) instanceof List<?> list)) return List.of();
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    /// Seconds since 1970, with or without a fraction, as an instant.
    public Optional<Instant> instant(String name) {
        return all.get(name) instanceof Number seconds ? instant(seconds) : Optional.empty();
    }

    private static Optional<Instant> instant(Number seconds) {
        var whole = Math.floor(seconds.doubleValue());
        // Written this way round, it turns away what is not a number, too.
        if (!(Math.abs(whole) <= LATEST.getEpochSecond())) return Optional.empty();
        var nanos = (seconds.doubleValue() - whole) * 1e9;
        return Optional.of(Instant.ofEpochSecond((long) whole, (long) nanos));
    }
}
