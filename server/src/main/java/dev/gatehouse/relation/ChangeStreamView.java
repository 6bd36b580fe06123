package dev.gatehouse.relation;

import dev.gatehouse.web.Outlet;
import dev.gatehouse.web.StreamPlaces;
import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Shape;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Changes as server-sent events, for one listener.
///
/// @spec https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
///     Server-sent events
record ChangeStreamView(ChangeFeed feed, StreamPlaces places, Outlet outlet) {

    /// Shorter than what proxies take for silence, and than the two minutes after which our own door shuts.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// Who listens on comes again, and is asked again whether he may.
    private static final Duration LONGEST = Duration.ofSeconds(100);

    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Shapes SHAPES = new Shapes(InstantSource.system());
    private static final JsonWriter JSON = new JsonWriter(SHAPES);
    private static final Shape SHAPE = SHAPES.ofAnswer(ChangeView.class);

    /// @param listener whose place it takes
    void tell(String listener, String tenantId, Place after, Optional<String> objectType) {
        if (!places.take(listener)) {
            outlet.write("retry: 10000\n\n");
            return;
        }
        try {
            outlet.write("retry: 1000\n\n");
            follow(tenantId, after, objectType);
        } finally {
            places.leave(listener);
        }
    }

    private void follow(String tenantId, Place after, Optional<String> objectType) {
        var began = System.nanoTime();
        var said = began;
        var place = after;
        while (outlet.isOpen() && !Thread.currentThread().isInterrupted() && isWithin(LONGEST, began)) {
            var heard = feed.rung();
            var found = feed.after(tenantId, place, objectType);
            // Whoever comes again with its last place is told what became of the rest.
            if (found.isEmpty()) return;
            var page = found.get();
            for (var change : page.changes()) outlet.write(event(ChangeView.of(change)));
            place = page.next();
            if (!page.changes().isEmpty()) said = System.nanoTime();
            else if (!isWithin(HEARTBEAT, said)) {
                // Where it stands too: whoever comes again need not be told what it passed over.
                outlet.write("id: " + place.text() + "\n: still here\n\n");
                said = System.nanoTime();
            }
            if (page.changes().isEmpty()) feed.await(heard, LOOK);
        }
    }

    private static boolean isWithin(Duration time, long since) {
        return System.nanoTime() - since < time.toNanos();
    }

    private static String event(ChangeView change) {
        var json = new String(JSON.write(SHAPE, change), StandardCharsets.UTF_8);
        return "id: " + change.cursor() + "\nevent: " + change.event() + "\ndata: " + json + "\n\n";
    }
}
