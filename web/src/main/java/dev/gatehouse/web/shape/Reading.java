package dev.gatehouse.web.shape;

import java.util.List;

/// What became of reading what a caller sent.
public sealed interface Reading {
    /// It is what the record asks for.
    record Read(Object value) implements Reading {}

    /// It could be read, and these things are wrong.
    record Faulty(List<Fault> faults) implements Reading {}

    /// It is not JSON at all.
    ///
    /// @param why where it goes wrong, for people
    record NotJson(String why) implements Reading {}
}
