package dev.gatehouse.permissions.check;

import java.util.List;

/// Why a question has the answer that it has: the path that allowed, or where each branch ended.
///
/// @param what was asked here, `document:charter#viewer` or `viewer from parent`
/// @param because in a few words, what decided; empty where the parts tell
/// @param parts what it came from, in the order of the model
public record Explanation(String what, Verdict verdict, String because, List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    static Explanation of(String what, Verdict verdict, String because) {
        return new Explanation(what, verdict, because, List.of());
    }

    /// As a tree for people, a line a branch.
    public String tree() {
        var text = new StringBuilder();
        print(text, "", "");
        return text.toString();
    }

    private void print(StringBuilder text, String first, String others) {
        text.append(first).append(mark()).append(' ').append(what);
        if (!because.isEmpty()) text.append(": ").append(because);
        text.append('\n');
        for (var i = 0; i < parts.size(); i++) {
            var isLast = i == parts.size() - 1;
            parts.get(i).print(text, others + (isLast ? "└─ " : "├─ "), others + (isLast ? "   " : "│  "));
        }
    }

    private String mark() {
        return switch (verdict) {
            case ALLOWED -> "yes";
            case DENIED -> "no ";
            case CYCLE -> "cycle";
            case UNDECIDED -> "?  ";
        };
    }
}
