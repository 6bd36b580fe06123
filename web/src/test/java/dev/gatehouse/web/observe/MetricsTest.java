package dev.gatehouse.web.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void figures_are_printed_as_prometheus_reads_them() {
        metrics.counter("sign_ins_total", "Sign-ins,\nall of \\ them.", "result", "ok\n\"x\"")
                .add(2);
        metrics.gauge("queue_length", "Waiting.", () -> 1.5);
        assertThat(metrics.print()).isEqualTo("""
                # HELP queue_length Waiting.
                # TYPE queue_length gauge
                queue_length 1.5
                # HELP sign_ins_total Sign-ins,\\nall of \\\\ them.
                # TYPE sign_ins_total counter
                sign_ins_total{result="ok\\n\\"x\\""} 2
                """);
    }

    @Test
    void a_histogram_counts_in_growing_buckets() {
        var histogram = metrics.histogram("took_seconds", "Time.");
        for (var took :
                new Duration[] {Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofSeconds(60)
                }) histogram.record(took);
        assertThat(histogram.count()).isEqualTo(4);
        assertThat(metrics.print())
                .contains("took_seconds_bucket{le=\"0.001\"} 2\n")
                .contains("took_seconds_bucket{le=\"0.0025\"} 2\n")
                .contains("took_seconds_bucket{le=\"0.005\"} 3\n")
                .contains("took_seconds_bucket{le=\"10\"} 3\n")
                .contains("took_seconds_bucket{le=\"+Inf\"} 4\n")
                .contains("took_seconds_sum 60.004000001\n")
                .contains("took_seconds_count 4\n");
    }

    @Test
    void a_figure_has_one_kind_and_one_owner() {
        metrics.counter("a_total", "A.", "x", "1");
        metrics.counter("a_total", "A.", "x", "2");
        assertThatThrownBy(() -> metrics.counter("a_total", "A.", "x", "1")).hasMessageContaining("registered twice");
        assertThatThrownBy(() -> metrics.gauge("a_total", "A.", () -> 1, "x", "3"))
                .hasMessageContaining("is a counter, not a gauge");
        assertThatThrownBy(() -> metrics.counter("a-b", "A.")).hasMessageContaining("not a metric name");
        assertThatThrownBy(() -> metrics.counter("a_total", "A.").add(-1)).hasMessageContaining("only grows");
    }
}
