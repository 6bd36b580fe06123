package dev.gatehouse.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the `type` of a problem leads to: a page that explains the kind of refusal.
final class ProblemPages {
    private final Map<String, ProblemType> types = new HashMap<>();
    private final Map<ProblemType, List<String>> operations;

    /// @throws IllegalArgumentException when two kinds share a name
    ProblemPages(Map<ProblemType, List<String>> operations) {
        this.operations = operations;
        for (var type : operations.keySet()) {
            var other = types.putIfAbsent(type.name(), type);
            if (other != null)
                throw new IllegalArgumentException(
                        "two kinds of problem are named '" + type.name() + "': " + other + " and " + type);
        }
    }

    Outcome page(Incoming incoming) {
        var type = types.get(incoming.pathValues().getFirst());
        if (type == null)
            return Outcome.refused(Refusal.of(Problems.NO_SUCH_PATH, "No refusal of this server is of that kind."));
        var html = Resources.text("problem.html")
                .replace("{title}", escaped(type.title()))
                .replace("{uri}", escaped(type.uri()))
                .replace("{status}", Integer.toString(type.status()))
                .replace("{operations}", list(operations.get(type)));
        return Outcome.replied(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) return "<p>Any request may be refused so.</p>";
        return names.stream()
                .map(name -> "<li><code>" + escaped(name) + "</code></li>")
                .collect(Collectors.joining("", "<p>These operations may refuse so:</p><ul>", "</ul>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
