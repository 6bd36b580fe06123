package dev.gatehouse.web;

/// A guard's verdict on one request.
public sealed interface Admission<W> {
    record Admitted<W>(W who) implements Admission<W> {}

    record Refused<W>(Refusal refusal) implements Admission<W> {}

    static <W> Admission<W> admitted(W who) {
        return new Admitted<>(who);
    }

    static <W> Admission<W> refused(ProblemType type, String detail) {
        return new Refused<>(Refusal.of(type, detail));
    }

    static <W> Admission<W> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
