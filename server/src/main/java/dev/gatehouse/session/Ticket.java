package dev.gatehouse.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/// Leave to go on with what somebody came for, from page to page. Every tab has its own, so that none disturbs
/// another.
///
/// @param id as it stands in addresses
/// @param request what waits, as a query string; it was judged before
/// @param openedAt a sign-in or a consent that must be fresh for this request is one that came after
/// @param chosen the session with which the person decided to go on
/// @param isDenied whether the person said no
public record Ticket(
        String id, Purpose purpose, String request, Instant openedAt, Optional<UUID> chosen, boolean isDenied) {

    /// What somebody came for, and so where the pages lead back to. A ticket for one is none for the other.
    public enum Purpose {
        /// An application sent the person; its authorization request waits.
        AUTHORIZATION,
        /// The person came with a code that some device shows.
        DEVICE,
        /// An application asks to sign the person out; its request waits for the cookie to come along.
        SIGN_OUT
    }

    /// What the person is asked about, where that is more than the `scope` of the request. No request can say it.
    public static final String CONSENT = "gatehouse_consent";

    /// Time enough to find one's password.
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /// A parameter of the request that waits.
    public Optional<String> parameter(String name) {
        return Arrays.stream(request.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public Optional<String> clientId() {
        return parameter("client_id");
    }

    /// What the client asks the person for, in its order.
    public SequencedSet<String> scopes() {
        var asked = parameter(CONSENT).or(() -> parameter("scope")).orElse("");
        var scopes = new LinkedHashSet<>(Arrays.asList(asked.split(" ")));
        scopes.remove("");
        return scopes;
    }

    @Override
    public String toString() {
        return "Ticket[secret]";
    }
}
