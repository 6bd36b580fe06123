package dev.gatehouse.web;

import dev.gatehouse.web.observe.Histogram;
import dev.gatehouse.web.observe.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests, how long they took: by route template, method and class of status. What callers invent
/// (paths, methods) shares one label each, so that nobody can fill the memory with labels.
final class RequestFigures {
    static final String NO_ROUTE = "(none)";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private record Key(String route, String method, int statusClass) {}

    private final Metrics metrics;
    private final ConcurrentHashMap<Key, Histogram> histograms = new ConcurrentHashMap<>();

    RequestFigures(Metrics metrics) {
        this.metrics = metrics;
    }

    void count(String route, String method, int status, long nanos) {
        var key = new Key(route, METHODS.contains(method) ? method : "OTHER", status / 100);
        var histogram = histograms.get(key);
        if (histogram == null) histogram = histograms.computeIfAbsent(key, this::register);
        histogram.recordNanos(nanos);
    }

    private Histogram register(Key key) {
        return metrics.histogram(
                "http_request_duration_seconds",
                "Time from the request's headers to the end of its answer.",
                "method",
                key.method(),
                "route",
                key.route(),
                "status",
                key.statusClass() + "xx");
    }
}
