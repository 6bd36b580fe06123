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

/// Leave to go on with one authorization request, from page to page. Every tab has its own, so that none disturbs
/// another.
///
/// @param id as it stands in addresses
/// @param request the authorization request that waits, as a query string; it was judged before
/// @param openedAt a sign-in or a consent that must be fresh for this request is one that came after
/// @param chosen the session with which the person decided to go on
/// @param isDenied whether the person said no
public record Ticket(String id, String request, Instant openedAt, Optional<UUID> chosen, boolean isDenied) {

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

    /// What the client asks for, in its order.
    public SequencedSet<String> scopes() {
        var scopes =
                new LinkedHashSet<>(Arrays.asList(parameter("scope").orElse("").split(" ")));
        scopes.remove("");
        return scopes;
    }

    @Override
    public String toString() {
        return "Ticket[secret]";
    }
}
