package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.JwkSet;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.outbound.OutboundAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The keys at one address, looked at when needed and not too often.
///
/// | | |
/// |---|---|
/// | they are fresh | as long as `Cache-Control` says, but from a minute to an hour; ten minutes when it says nothing |
/// | they are not enough (an unknown `kid`) | looked at again, ten seconds after the last look at the earliest |
/// | the address does not answer | the old ones go on for a day; it is tried again every ten seconds at most |
///
/// One fetches, the others wait for it.
final class FetchedKeys {

    private static final System.Logger LOG = System.getLogger(FetchedKeys.class.getName());
    private static final String ACCEPTED = "application/jwk-set+json, application/json";
    private static final int MOST_BYTES = 128 * 1024;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// A client whose address is down for longer has other troubles; keys that it has withdrawn must end.
    private static final Duration OUTAGE = Duration.ofDays(1);

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=\"?(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[,\\s])no-(?:store|cache)\\b");

    private final URI uri;
    private final Outbound outbound;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held = new Held(JwkSet.EMPTY, Instant.MIN, Instant.MIN);
    private volatile Instant lastLook = Instant.MIN;

    /// @param staleAt when to look again
    /// @param endsAt when they are worthless, whether the address answers or not
    private record Held(JwkSet keys, Instant staleAt, Instant endsAt) {
        JwkSet keysAt(Instant now) {
            return now.isBefore(endsAt) ? keys : JwkSet.EMPTY;
        }
    }

    FetchedKeys(URI uri, Outbound outbound, InstantSource clock) {
        this.uri = uri;
        this.outbound = outbound;
        this.clock = clock;
    }

    /// @param isEnough whether what is asked for is among them
    JwkSet find(Function<JwkSet, Boolean> isEnough) {
        if (isGood(isEnough)) return held.keys();
        fetching.lock();
        try {
            if (!isGood(isEnough) && !clock.instant().isBefore(lastLook.plus(PAUSE))) look();
            return held.keysAt(clock.instant());
        } finally {
            fetching.unlock();
        }
    }

    private boolean isGood(Function<JwkSet, Boolean> isEnough) {
        return clock.instant().isBefore(held.staleAt()) && isEnough.apply(held.keys());
    }

    private void look() {
        var answer = outbound.get(uri, ACCEPTED, MOST_BYTES);
        lastLook = clock.instant();
        switch (answer) {
            case OutboundAnswer.Answered answered when answered.status() == 200 -> keep(answered);
            case OutboundAnswer.Answered answered -> warn("it answers " + answered.status());
            case OutboundAnswer.Refused(var why) -> warn(why);
            case OutboundAnswer.Failed(var why) -> warn(why);
        }
    }

    private void keep(OutboundAnswer.Answered answer) {
        try {
            var keys = JwkSet.lenient(new String(answer.body(), UTF_8));
            var now = clock.instant();
            held = new Held(keys, now.plus(freshness(answer.header("cache-control"))), now.plus(OUTAGE));
        } catch (IllegalArgumentException noSet) {
            warn("what stands there " + noSet.getMessage());
        }
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2 RFC 9111 §5.2.2
    private static Duration freshness(Optional<String> cacheControl) {
        if (cacheControl.isEmpty()) return USUAL;
        if (NOT_KEPT.matcher(cacheControl.get()).find()) return SHORTEST;
        var maxAge = MAX_AGE.matcher(cacheControl.get());
        if (!maxAge.find()) return USUAL;
        var said = Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
        if (said.compareTo(SHORTEST) < 0) return SHORTEST;
        return said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    private void warn(String why) {
        LOG.log(System.Logger.Level.WARNING, "The keys of a client at {0} cannot be had: {1}", uri, why);
    }
}
