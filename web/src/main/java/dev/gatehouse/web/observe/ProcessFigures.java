package dev.gatehouse.web.observe;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.function.Supplier;

/// What the JVM knows of itself. Registered when somebody first asks: the management beans cost time that a
/// start does not have.
public final class ProcessFigures {
    private ProcessFigures() {}

    public static void register(Metrics metrics) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        metrics.gauge(
                "process_start_time_seconds",
                "Start of the process, seconds since 1970.",
                () -> runtime.getStartTime() / 1000.0);
        metrics.gauge(
                "process_uptime_seconds", "Time since the start of the process.", () -> runtime.getUptime() / 1000.0);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os) {
            metrics.counter("process_cpu_seconds_total", "Processor time used.", () -> os.getProcessCpuTime() / 1e9);
        }
        memory(metrics);
        threads(metrics);
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) collector(metrics, collector);
    }

    private static void memory(Metrics metrics) {
        var memory = ManagementFactory.getMemoryMXBean();
        memory(metrics, "heap", memory::getHeapMemoryUsage);
        memory(metrics, "nonheap", memory::getNonHeapMemoryUsage);
        for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            metrics.gauge(
                    "jvm_buffer_used_bytes",
                    "Memory of buffers outside of the heap.",
                    pool::getMemoryUsed,
                    "pool",
                    pool.getName());
        }
    }

    private static void memory(Metrics metrics, String area, Supplier<MemoryUsage> usage) {
        metrics.gauge(
                "jvm_memory_used_bytes", "Memory in use.", () -> usage.get().getUsed(), "area", area);
        metrics.gauge(
                "jvm_memory_committed_bytes",
                "Memory taken from the system.",
                () -> usage.get().getCommitted(),
                "area",
                area);
        metrics.gauge(
                "jvm_memory_max_bytes",
                "Memory that may be used, -1 for no limit.",
                () -> usage.get().getMax(),
                "area",
                area);
    }

    private static void threads(Metrics metrics) {
        var threads = ManagementFactory.getThreadMXBean();
        metrics.gauge(
                "jvm_threads_current", "Platform threads; virtual threads are not counted.", threads::getThreadCount);
        metrics.gauge("jvm_threads_peak", "Most platform threads at once.", threads::getPeakThreadCount);
    }

    private static void collector(Metrics metrics, GarbageCollectorMXBean collector) {
        metrics.counter(
                "jvm_gc_collections_total",
                "Garbage collections.",
                collector::getCollectionCount,
                "gc",
                collector.getName());
        metrics.counter(
                "jvm_gc_seconds_total",
                "Time spent in garbage collection.",
                () -> collector.getCollectionTime() / 1000.0,
                "gc",
                collector.getName());
    }
}
