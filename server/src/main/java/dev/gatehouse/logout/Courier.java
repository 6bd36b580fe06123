package dev.gatehouse.logout;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.outbound.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Tells clients that a session is over, as soon as it is and until they have heard it. Every node does; each takes
/// what the others have not.
///
/// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest Back-Channel Logout §2.5
final class Courier implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    /// How soon a client hears of what another node has noted, or of what is due again.
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String FORM = "application/x-www-form-urlencoded";

    /// Of an answer only the status is read; its body may explain a refusal to a person.
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Deliveries deliveries;
    private final Clients clients;
    private final LogoutTokens tokens;
    private final Outbound outbound;
    private final InstantSource clock;
    private final Loads loads = new Loads();
    private final Set<Thread> onTheWay = ConcurrentHashMap.newKeySet();

    /// For an answer; these can be stopped without harm.
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosing;
    private final Thread thread = Thread.ofVirtual().name("logout courier").unstarted(this::run);

    Courier(Deliveries deliveries, Clients clients, LogoutTokens tokens, Outbound outbound, InstantSource clock) {
        this.deliveries = deliveries;
        this.clients = clients;
        this.tokens = tokens;
        this.outbound = outbound;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /// Looks at once, without waiting for the next time.
    void wake() {
        LockSupport.unpark(thread);
    }

    /// Whatever goes wrong with one look, the next may go well: this thread must not end before the house does.
    private void run() {
        var isWorried = false;
        while (!isClosing) {
            try {
                look();
                isWorried = false;
            } catch (RuntimeException fault) {
                if (!isWorried)
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "Cannot see which clients are to be told of a sign-out; will go on trying: {0}",
                            fault.getMessage());
                isWorried = true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void look() {
        if (loads.free() <= 0) return;
        for (var delivery : deliveries.begin(loads.full(), loads.free(), loads::freeFor)) {
            loads.begin(delivery.clientId());
            var thread = Thread.ofVirtual().name("logout call").unstarted(() -> carry(delivery));
            onTheWay.add(thread);
            thread.start();
        }
    }

    /// What fails here without a word to the table is begun anew when its lease is over.
    private void carry(Delivery delivery) {
        try {
            deliver(delivery);
        } catch (RuntimeException fault) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Client {0} was not told of the end of a session, will try again: {1}",
                    delivery.clientId(),
                    fault.getMessage());
        } finally {
            loads.end(delivery.clientId());
            onTheWay.remove(Thread.currentThread());
            wake();
        }
    }

    private void deliver(Delivery delivery) {
        var client = clients.find(delivery.tenantId(), delivery.clientId());
        var address = client.flatMap(known -> known.profile().signOut().backChannel());
        if (address.isEmpty()) deliveries.drop(delivery);
        else record(delivery, call(client.orElseThrow(), address.get(), delivery));
    }

    private Receipt call(Client client, String address, Delivery delivery) {
        // A JWT has no character that a form would have to escape.
        var form = "logout_token=" + tokens.of(client, delivery);
        waiting.add(Thread.currentThread());
        try {
            return Receipt.of(outbound.post(URI.create(address), FORM, form.getBytes(US_ASCII), LONGEST_ANSWER));
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    private void record(Delivery delivery, Receipt receipt) {
        switch (receipt) {
            case Receipt.Delivered _ -> deliveries.close(delivery, "logout.delivered", Map.of());
            case Receipt.Refused(var status) ->
                deliveries.close(delivery, "logout.refused", Map.of("status", Integer.toString(status)));
            case Receipt.Failed(var why) -> tryAgain(delivery, why);
        }
    }

    private void tryAgain(Delivery delivery, String why) {
        if (isClosing) return;
        var next = clock.instant().plus(Backoff.after(delivery.attempts(), ThreadLocalRandom.current()));
        if (delivery.isHopelessAt(next)) deliveries.close(delivery, "logout.given-up", Map.of("reason", why));
        else deliveries.putOff(delivery, next);
    }

    /// What is under way is cut off; another node, or the next start, begins it anew.
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) return;
        isClosing = true;
        wake();
        join(thread);
        waiting.forEach(Thread::interrupt);
        onTheWay.forEach(Courier::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
