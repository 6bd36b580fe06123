package dev.gatehouse.web.observe;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// How long things took, counted in buckets. Cheap enough for every request: two additions, no lock.
public final class Histogram {
    /// Upper bounds in seconds: from a memory read to "something is wrong".
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final LongAdder[] buckets = new LongAdder[SECONDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (int i = 0; i < buckets.length; i++) buckets[i] = new LongAdder();
    }

    public void record(Duration took) {
        recordNanos(took.toNanos());
    }

    public void recordNanos(long took) {
        int bucket = 0;
        while (bucket < SECONDS.length && took > SECONDS[bucket] * 1e9) bucket++;
        buckets[bucket].increment();
        nanos.add(took);
    }

    public long count() {
        long all = 0;
        for (var bucket : buckets) all += bucket.sum();
        return all;
    }

    void print(PrometheusText out, String name, String labels) {
        long soFar = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            soFar += buckets[i].sum();
            out.sample(name + "_bucket", join(labels, "le=\"" + PrometheusText.number(SECONDS[i]) + "\""), soFar);
        }
        soFar += buckets[SECONDS.length].sum();
        out.sample(name + "_bucket", join(labels, "le=\"+Inf\""), soFar);
        out.sample(name + "_sum", labels, nanos.sum() / 1e9);
        out.sample(name + "_count", labels, soFar);
    }

    private static String join(String labels, String more) {
        return labels.isEmpty() ? more : labels + "," + more;
    }
}
