package dev.gatehouse.web;

import dev.gatehouse.web.shape.Fault;
import java.util.List;
import java.util.stream.Collectors;

/// A "no" on its way out, for an [ErrorFormat] to put into words.
///
/// @param faults all that is wrong with what was sent; empty for every other refusal
/// @param path the path that was asked for
/// @param requestId names the request, in the answer and in the log
public record Denial(Refusal refusal, List<Fault> faults, String path, String requestId) {

    /// The status that the refusal has by itself.
    public int status() {
        return refusal.type().status();
    }

    /// Which kind of refusal, a stable word: `not-signed-in`, `body-too-large`, `internal-error`.
    public String kind() {
        return refusal.type().name();
    }

    /// Whether what was sent breaks the rules that the operation declares.
    public boolean isInvalidRequest() {
        return refusal.type() == Problems.INVALID;
    }

    /// One line for the developer at the other end: the refusal's detail, or every fault with its place. It
    /// holds no secret.
    public String detail() {
        if (faults.isEmpty()) return refusal.detail();
        return faults.stream().map(Denial::line).collect(Collectors.joining("; "));
    }

    private static String line(Fault fault) {
        var place = fault.parameter().or(fault::pointer).orElse("");
        return place.isEmpty() ? fault.message() : place + " " + fault.message();
    }
}
