package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What there is, told to somebody who named what there is not.
///
/// A few names are told all, as the model orders them; of many only those that are spelt most alike, since a
/// model can have thousands and a request a thousand faults.
public final class Nearest {

    private static final int MOST = 12;

    /// Longer names are compared by their beginnings: this is done for strangers, as often as they like.
    private static final int COMPARED = 50;

    private Nearest() {}

    /// @param wanted what is not among the names
    /// @return `editor, viewer`; of many `viewer, viewed and 38 others`; `none` if there is nothing
    public static String to(String wanted, Collection<String> names) {
        if (names.isEmpty()) return "none";
        if (names.size() <= MOST) return String.join(", ", names);
        var nearest = names.stream()
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(MOST)
                .collect(Collectors.joining(", "));
        return nearest + " and " + (names.size() - MOST) + " others";
    }

    /// How many letters must be changed, added or left out (Levenshtein), in two rows.
    private static int distance(String one, String other) {
        var a = beginning(one);
        var b = beginning(other);
        var before = IntStream.rangeClosed(0, b.length()).toArray();
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }

    private static String beginning(String name) {
        return name.length() <= COMPARED ? name : name.substring(0, COMPARED);
    }
}
