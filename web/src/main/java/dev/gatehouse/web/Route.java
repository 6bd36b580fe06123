package dev.gatehouse.web;

import java.util.Optional;
import java.util.function.Function;

/// One method at one path, and what answers there.
///
/// @param errors how it says no
/// @param cors which other sites' scripts may come here
record Route(
        String method, PathTemplate path, Function<Incoming, Outcome> target, ErrorFormat errors, Optional<Cors> cors) {
    Route(String method, PathTemplate path, Function<Incoming, Outcome> target) {
        this(method, path, target, ErrorFormat.PROBLEM, Optional.empty());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
