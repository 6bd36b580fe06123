package dev.gatehouse.permissions.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds which relations of one type lead to each other by way of the same object. After Kosaraju, with
/// stacks of its own: a chain of ten thousand relations must not be ten thousand calls deep.
final class Circles {

    private final Map<String, List<String>> forward = new HashMap<>();
    private final Map<String, List<String>> backward = new HashMap<>();
    private final Map<String, String> circle = new HashMap<>();

    Circles(Draft.Type type) {
        for (var relation : type.relations()) {
            var from = relation.name().text();
            named(relation.rewrite()).forEach(to -> {
                forward.computeIfAbsent(from, _ -> new ArrayList<>()).add(to.text());
                backward.computeIfAbsent(to.text(), _ -> new ArrayList<>()).add(from);
            });
        }
        for (var relation : finished().reversed()) collect(relation);
    }

    /// What the relation takes away although that leads back to it.
    List<Word> subtractedIn(Draft.Relation relation) {
        var own = circle.get(relation.name().text());
        return Rewrites.parts(relation.rewrite())
                .flatMap(part ->
                        part instanceof Draft.Rewrite.Exclusion(var _, var subtract) ? named(subtract) : Stream.empty())
                .filter(word -> own != null && own.equals(circle.get(word.text())))
                .distinct()
                .toList();
    }

    private static Stream<Word> named(Draft.Rewrite rewrite) {
        return Rewrites.parts(rewrite)
                .flatMap(part ->
                        part instanceof Draft.Rewrite.Computed(var relation) ? Stream.of(relation) : Stream.empty());
    }

    /// Every relation that leads somewhere, each behind those that it leads to.
    private List<String> finished() {
        var finished = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var start : forward.keySet()) visit(start, seen, finished);
        return finished;
    }

    private record Step(String relation, boolean isDone) {}

    private void visit(String start, Set<String> seen, List<String> finished) {
        var steps = new ArrayDeque<Step>();
        steps.push(new Step(start, false));
        while (!steps.isEmpty()) {
            var step = steps.pop();
            if (step.isDone()) finished.add(step.relation());
            else if (seen.add(step.relation())) {
                steps.push(new Step(step.relation(), true));
                forward.getOrDefault(step.relation(), List.of()).forEach(next -> steps.push(new Step(next, false)));
            }
        }
    }

    private void collect(String root) {
        var open = new ArrayDeque<String>();
        open.push(root);
        while (!open.isEmpty()) {
            var relation = open.pop();
            if (circle.putIfAbsent(relation, root) != null) continue;
            open.addAll(backward.getOrDefault(relation, List.of()));
        }
    }
}
