package dev.gatehouse.permissions.relation;

import java.util.List;
import java.util.Map;

/// How many bytes things occupy on the heap of a 64-bit JVM with compressed references.
final class MemorySize {

    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int SMALL_OBJECT = 24;

    private MemorySize() {}

    static long ofBytes(int length) {
        return aligned(ARRAY_HEADER + length);
    }

    static long ofChars(int length) {
        return aligned(ARRAY_HEADER + 2L * length);
    }

    static long ofInts(int length) {
        return aligned(ARRAY_HEADER + 4L * length);
    }

    static long ofLongs(int length) {
        return aligned(ARRAY_HEADER + 8L * length);
    }

    static long ofReferences(int length) {
        return aligned(ARRAY_HEADER + (long) REFERENCE * length);
    }

    static long ofStrings(String... strings) {
        var bytes = 0L;
        for (var string : strings) bytes += SMALL_OBJECT + ofChars(string.length());
        return bytes;
    }

    static long of(ConditionUse use) {
        return SMALL_OBJECT + ofValue(use.context());
    }

    /// @param value as JSON has it
    private static long ofValue(Object value) {
        return switch (value) {
            case String string -> ofStrings(string);
            case List<?> list -> SMALL_OBJECT + ofReferences(list.size()) + ofValues(list);
            case Map<?, ?> map ->
                SMALL_OBJECT + ofReferences(4 * map.size()) + ofValues(map.keySet()) + ofValues(map.values());
            case null, default -> SMALL_OBJECT;
        };
    }

    private static long ofValues(Iterable<?> values) {
        var bytes = 0L;
        for (var value : values) bytes += ofValue(value);
        return bytes;
    }

    private static long aligned(long bytes) {
        return (bytes + 7) & -8;
    }
}
