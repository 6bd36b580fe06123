package dev.gatehouse.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/// Calls others, within limits. The caller waits for the answer; never call from inside a transaction.
public final class Outbound {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /// Others that do not answer must not take every thread and port of ours.
    private static final int MOST_AT_ONCE = 32;

    private final PrivateAddresses rule;
    private final TrustedCertificates trusted;
    private final Function<String, List<InetAddress>> lookup;
    private final Duration limit;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private volatile SSLSocketFactory tls;

    public Outbound(PrivateAddresses rule, TrustedCertificates trusted) {
        this(rule, trusted, Outbound::lookedUp, LIMIT);
    }

    /// @param limit of a whole call, from looking the name up to the last byte
    Outbound(
            PrivateAddresses rule,
            TrustedCertificates trusted,
            Function<String, List<InetAddress>> lookup,
            Duration limit) {
        this.rule = rule;
        this.trusted = trusted;
        this.lookup = lookup;
        this.limit = limit;
    }

    /// @param accepts which media type we understand
    /// @param mostBytes a longer body is a failure
    public OutboundAnswer get(URI address, String accepts, int mostBytes) {
        return call(address, OutboundRequest.get(accepts), mostBytes);
    }

    /// @param mostBytes of the answer; a longer one is a failure
    public OutboundAnswer post(URI address, String contentType, byte[] body, int mostBytes) {
        return call(address, OutboundRequest.post(contentType, body), mostBytes);
    }

    private OutboundAnswer call(URI address, OutboundRequest request, int mostBytes) {
        var end = System.nanoTime() + limit.toNanos();
        try {
            if (!turns.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) return tooSlow();
            return withinLimit(new Call(address, request, mostBytes), end);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new OutboundAnswer.Failed("this server stops");
        }
    }

    /// On a thread of its own, since looking up a name can neither be limited nor stopped; on one of the system, since
    /// it would hold up virtual ones. It gives its turn back when it ends, however late that is.
    private OutboundAnswer withinLimit(Call call, long end) throws InterruptedException {
        var task = new FutureTask<>(call::run);
        Thread.ofPlatform().daemon().name("outbound").start(() -> {
            try {
                task.run();
            } finally {
                turns.release();
            }
        });
        try {
            return task.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            call.giveUp();
            return tooSlow();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("calling others is broken", fault.getCause());
        }
    }

    private OutboundAnswer tooSlow() {
        return new OutboundAnswer.Failed("there was no answer within " + limit.toSeconds() + " seconds");
    }

    private final class Call {
        private final URI address;
        private final OutboundRequest request;
        private final int mostBytes;
        private volatile Exchange exchange;
        private volatile boolean isGivenUp;

        Call(URI address, OutboundRequest request, int mostBytes) {
            this.address = address;
            this.request = request;
            this.mostBytes = mostBytes;
        }

        OutboundAnswer run() {
            return switch (Destination.of(address, rule, lookup)) {
                case Destination.None(var answer) -> answer;
                case Destination.Found(var destination) -> {
                    exchange = new Exchange(destination, Outbound.this::tls, CONNECT_LIMIT);
                    yield isGivenUp ? tooSlow() : exchange.run(request, mostBytes);
                }
            };
        }

        void giveUp() {
            isGivenUp = true;
            if (exchange != null) exchange.giveUp();
        }
    }

    private SSLSocketFactory tls() {
        if (tls == null) tls = trusted.context().getSocketFactory();
        return tls;
    }

    private static List<InetAddress> lookedUp(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            return List.of();
        }
    }
}
