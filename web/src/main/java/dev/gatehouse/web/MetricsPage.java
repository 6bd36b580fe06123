package dev.gatehouse.web;

import dev.gatehouse.web.observe.Metrics;
import dev.gatehouse.web.observe.ProcessFigures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// `/metrics`, for Prometheus to fetch.
final class MetricsPage {
    private final Metrics metrics;
    private final Optional<Guard<?>> guard;
    private final AtomicBoolean hasProcess = new AtomicBoolean();

    MetricsPage(Metrics metrics, Optional<Guard<?>> guard) {
        this.metrics = metrics;
        this.guard = guard;
    }

    Outcome print(Incoming incoming) {
        if (guard.isPresent() && guard.get().admit(incoming.request()) instanceof Admission.Refused<?>(var refusal)) {
            return Outcome.refused(refusal);
        }
        if (hasProcess.compareAndSet(false, true)) ProcessFigures.register(metrics);
        return Outcome.replied(200, Metrics.contentType(), metrics.print().getBytes(StandardCharsets.UTF_8));
    }
}
