package dev.gatehouse.web.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/// The figures of one process, for Prometheus to fetch. Register at start, keep the instrument in a field,
/// count without looking it up.
///
/// Labels are fixed when the instrument is registered, so that no caller can make their number grow.
public final class Metrics {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Map<String, Family> families = new TreeMap<>();

    private record Family(String type, String help, Map<String, Object> instruments) {}

    /// @param name by Prometheus' habit it ends in `_total`
    /// @param labels pairs of name and value
    public Counter counter(String name, String help, String... labels) {
        return (Counter) register(name, "counter", help, new Counter(), labels);
    }

    /// A figure that is read when somebody asks for it; it must be cheap and must not throw.
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {
        register(name, "gauge", help, value, labels);
    }

    /// A figure that grows and is counted elsewhere, such as processor time.
    public void counter(String name, String help, DoubleSupplier value, String... labels) {
        register(name, "counter", help, value, labels);
    }

    /// @param name by Prometheus' habit it ends in `_seconds`
    public Histogram histogram(String name, String help, String... labels) {
        return (Histogram) register(name, "histogram", help, new Histogram(), labels);
    }

    private synchronized Object register(String name, String type, String help, Object instrument, String... labels) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a metric name: " + name);
        var family = families.computeIfAbsent(name, _ -> new Family(type, help, new LinkedHashMap<>()));
        if (!family.type().equals(type))
            throw new IllegalArgumentException("metric " + name + " is a " + family.type() + ", not a " + type);
        if (family.instruments().putIfAbsent(PrometheusText.labels(labels), instrument) != null) {
            throw new IllegalArgumentException("metric " + name + " is registered twice with the same labels");
        }
        return instrument;
    }

    /// All figures, in [#contentType()].
    public synchronized String print() {
        var out = new PrometheusText();
        families.forEach((name, family) -> {
            out.family(name, family.type(), family.help());
            family.instruments().forEach((labels, instrument) -> print(out, name, labels, instrument));
        });
        return out.toString();
    }

    private static void print(PrometheusText out, String name, String labels, Object instrument) {
        switch (instrument) {
            case Counter counter -> out.sample(name, labels, counter.value());
            case Histogram histogram -> histogram.print(out, name, labels);
            case DoubleSupplier read -> out.sample(name, labels, read.getAsDouble());
            default -> throw new IllegalStateException("no such instrument: " + instrument);
        }
    }

    public static String contentType() {
        return PrometheusText.CONTENT_TYPE;
    }
}
