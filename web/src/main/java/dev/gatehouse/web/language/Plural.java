package dev.gatehouse.web.language;

/// Chooses the form of a word that goes with a number.
///
/// @spec https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html CLDR plural rules
public final class Plural {
    private Plural() {}

    /// `1 room`, `0 rooms`, `2 rooms`.
    public static String english(long count, String one, String other) {
        return count == 1 ? one : other;
    }

    /// `1, 21 комната`, `2, 3, 4, 22 комнаты`, `0, 5, 11, 12, 25 комнат`.
    public static String russian(long count, String one, String few, String many) {
        long last = Math.abs(count % 10);
        long lastTwo = Math.abs(count % 100);
        if (lastTwo >= 11 && lastTwo <= 14) return many;
        if (last == 1) return one;
        return last >= 2 && last <= 4 ? few : many;
    }
}
