package dev.gatehouse.web.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean …?"
final class Spelling {
    private static final int LONGEST_WORD = 40;

    private Spelling() {}

    /// What to tell somebody who wrote a name that is not known.
    static String hint(String word, List<String> known) {
        if (known.isEmpty()) return "is not known here; nothing is";
        return closest(word, known)
                .map(near -> "is not known here; did you mean '" + near + "'?")
                .orElseGet(() -> "is not known here; known are " + String.join(", ", known));
    }

    /// The candidate that is a slip of the finger away, if there is one.
    static Optional<String> closest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD) return Optional.empty();
        int allowed = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= allowed)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /// How many letters to add, drop or change; case and underscores count for nothing, since `firstName` for
    /// `first_name` is the commonest slip.
    private static int distance(String one, String other) {
        var a = plain(one);
        var b = plain(other);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
