package dev.gatehouse.web.observe;

import java.math.BigDecimal;

/// Writes samples in Prometheus' text format 0.0.4.
///
/// @spec https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format Prometheus text format
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(8192);

    void family(String name, String type, String help) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) text.append('{').append(labels).append('}');
        text.append(' ').append(number(value)).append('\n');
    }

    /// `a="x",b="y"` of pairs of name and value.
    static String labels(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0)
            throw new IllegalArgumentException("labels come in pairs of name and value");
        var text = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (i > 0) text.append(',');
            var value = namesAndValues[i + 1]
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n");
            text.append(namesAndValues[i]).append("=\"").append(value).append('"');
        }
        return text.toString();
    }

    static String number(double value) {
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "+Inf" : "-Inf";
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
