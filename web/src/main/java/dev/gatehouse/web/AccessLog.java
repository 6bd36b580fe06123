package dev.gatehouse.web;

import dev.gatehouse.web.observe.Event;
import java.util.LinkedHashMap;

/// One line a request: which route, never which account, and no query string, since people put secrets there.
final class AccessLog {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.access");

    private AccessLog() {}

    static void write(Request request, String route, int status, long bytes, long nanos) {
        write(
                request.method(),
                route,
                status,
                bytes,
                nanos,
                request.remoteAddress().getHostAddress(),
                request.id());
    }

    /// A request that was no HTTP: neither its method nor its path can be trusted to be one.
    static void writeBroken(int status, int bytes, String requestId) {
        write("-", RequestFigures.NO_ROUTE, status, bytes, 0, "-", requestId);
    }

    private static void write(
            String method, String route, int status, long bytes, long nanos, String remote, String requestId) {
        if (!LOG.isLoggable(System.Logger.Level.INFO)) return;
        double millis = nanos / 10_000 / 100.0;
        var sentence = method + " " + route + " " + status + " " + millis + "ms " + bytes + "B " + remote + " request="
                + requestId;
        var event = new Event(sentence, () -> {
            var members = new LinkedHashMap<String, Object>();
            members.put("method", method);
            members.put("route", route);
            members.put("status", status);
            members.put("duration_ms", millis);
            members.put("bytes", bytes);
            members.put("remote", remote);
            members.put("request_id", requestId);
            return members;
        });
        LOG.log(System.Logger.Level.INFO, "{0}", event);
    }
}
