package dev.gatehouse.web;

import java.util.function.Function;

/// One method at one path, and what answers there.
///
/// @param errors how it says no
record Route(String method, PathTemplate path, Function<Incoming, Outcome> target, ErrorFormat errors) {
    Route(String method, PathTemplate path, Function<Incoming, Outcome> target) {
        this(method, path, target, ErrorFormat.PROBLEM);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
