package dev.gatehouse.web;

import dev.gatehouse.web.PathTemplate.Literal;
import dev.gatehouse.web.PathTemplate.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the route of a request in a tree of path segments. Plain text wins over a parameter: `/v1/accounts/me`
/// before `/v1/accounts/{id}`.
final class Routes {
    private final Node root = new Node();

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final TreeMap<String, Route> byMethod = new TreeMap<>();
        Node parameter;
    }

    sealed interface Match {
        /// How somebody is told no who came this way.
        default ErrorFormat errors(ErrorFormat elsewhere) {
            return switch (this) {
                case Found(var route, var _) -> route.errors();
                case OtherMethods(var byMethod) ->
                    byMethod.firstEntry().getValue().errors();
                case Nothing() -> elsewhere;
            };
        }
    }

    record Found(Route route, List<String> pathValues) implements Match {}

    /// The path exists, the method does not.
    record OtherMethods(SortedMap<String, Route> byMethod) implements Match {
        Set<String> allowed() {
            var methods = new TreeSet<>(byMethod.keySet());
            if (methods.contains("GET")) methods.add("HEAD");
            methods.add("OPTIONS");
            return methods;
        }
    }

    record Nothing() implements Match {}

    /// @throws IllegalArgumentException when the route is taken
    void add(Route route) {
        var node = root;
        for (var segment : route.path().segments()) {
            node = switch (segment) {
                case Literal(var text) -> node.literals.computeIfAbsent(text, _ -> new Node());
                case Parameter _ -> node.parameter == null ? node.parameter = new Node() : node.parameter;
            };
        }
        var taken = node.byMethod.putIfAbsent(route.method(), route);
        if (taken != null)
            throw new IllegalArgumentException("two operations on one route: " + taken + " and " + route);
    }

    /// @param rawPath still percent-encoded: an encoded slash does not part segments
    Match find(String method, String rawPath) {
        if (!rawPath.startsWith("/")) return new Nothing();
        var values = new ArrayList<String>(2);
        var node = rawPath.length() == 1
                ? root
                : descend(root, rawPath.substring(1).split("/", -1), 0, values);
        if (node == null || node.byMethod.isEmpty()) return new Nothing();
        var route = node.byMethod.get(method);
        if (route == null && method.equals("HEAD")) route = node.byMethod.get("GET");
        return route == null ? new OtherMethods(node.byMethod) : new Found(route, values);
    }

    /// The node at the end of the segments that has any route, or null.
    private static Node descend(Node node, String[] segments, int at, List<String> values) {
        if (at == segments.length) return node.byMethod.isEmpty() ? null : node;
        var literal = node.literals.get(segments[at]);
        if (literal != null) {
            var end = descend(literal, segments, at + 1, values);
            if (end != null) return end;
        }
        if (node.parameter == null || segments[at].isEmpty()) return null;
        values.add(segments[at]);
        var end = descend(node.parameter, segments, at + 1, values);
        if (end == null) values.removeLast();
        return end;
    }
}
