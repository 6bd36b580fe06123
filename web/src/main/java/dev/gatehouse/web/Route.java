package dev.gatehouse.web;

import java.util.function.Function;

/// One method at one path, and what answers there.
record Route(String method, PathTemplate path, Function<Incoming, Outcome> target) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
