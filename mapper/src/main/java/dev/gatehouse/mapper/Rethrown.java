package dev.gatehouse.mapper;

import java.util.Arrays;

/// A fault that happened on the writer's thread and is thrown on the caller's: its trace should show both.
final class Rethrown {
    private Rethrown() {}

    /// Appends the caller's own trace, so that a log line shows who asked.
    static RuntimeException inCaller(RuntimeException failure) {
        var there = failure.getStackTrace();
        var here = new Throwable().getStackTrace();
        var both = Arrays.copyOf(there, there.length + here.length);
        System.arraycopy(here, 0, both, there.length, here.length);
        failure.setStackTrace(both);
        return failure;
    }
}
