package dev.gatehouse.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A "no" as a value: its kind, what the caller should know and do, and further members and headers.
///
/// `detail` is printed to the caller: it must not hold a secret nor tell whether somebody else's account
/// exists.
public final class Refusal {
    private static final Set<String> RESERVED =
            Set.of("type", "title", "status", "detail", "instance", "request_id", "errors");

    private final ProblemType type;
    private final String detail;
    private final Map<String, Object> members;
    private final List<HttpHeader> headers;

    private Refusal(ProblemType type, String detail, Map<String, Object> members, List<HttpHeader> headers) {
        this.type = type;
        this.detail = detail;
        this.members = members;
        this.headers = headers;
    }

    public static Refusal of(ProblemType type, String detail) {
        return new Refusal(type, detail, Map.of(), List.of());
    }

    /// Adds a member to the problem (RFC 9457 §3.2): a String, Number, Boolean, List, Map, record or a type
    /// that shapes know.
    public Refusal with(String name, Object value) {
        if (RESERVED.contains(name))
            throw new IllegalArgumentException("'" + name + "' is a member that every problem has");
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Refusal(type, detail, Collections.unmodifiableMap(more), headers);
    }

    public Refusal header(String name, String value) {
        return header(new HttpHeader(name, value));
    }

    public Refusal header(HttpHeader header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Refusal(type, detail, members, List.copyOf(more));
    }

    /// Says when to come back, rounded up to whole seconds.
    public Refusal retryAfter(Duration wait) {
        return header(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /// Nothing more is read from the connection: what comes next on it cannot be told from this request.
    Refusal lastOnConnection() {
        return header("Connection", "close");
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<HttpHeader> headers() {
        return headers;
    }

    boolean hasHeader(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    @Override
    public String toString() {
        return type.name() + ": " + detail;
    }
}
