package dev.gatehouse.web.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a browser says of its person's languages. What makes no sense is passed over.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4 RFC 9110 §12.5.4
public final class AcceptLanguage {
    private static final Pattern RANGE = Pattern.compile(
            "\\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\\*)\\s*(?:;\\s*[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?\\s*");
    /// Nobody reads more languages than this.
    private static final int MOST = 30;

    private AcceptLanguage() {}

    private record Wish(String range, double quality) {}

    /// The best of ours, when one is wished for at all.
    public static Optional<Language> best(String header) {
        var wishes = wishes(header);
        for (var wish : wishes) {
            if (wish.quality() == 0) break;
            var language = wish.range().equals("*") ? anyBut(wishes) : Language.of(wish.range());
            if (language.isPresent()) return language;
        }
        return Optional.empty();
    }

    /// The most wished for first; equals as they stand.
    private static List<Wish> wishes(String header) {
        return Arrays.stream(header.split(",", MOST + 1))
                .limit(MOST)
                .map(RANGE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(range -> new Wish(range.group(1), range.group(2) == null ? 1 : Double.parseDouble(range.group(2))))
                .sorted(Comparator.comparingDouble(Wish::quality).reversed())
                .toList();
    }

    /// `*` is any language that is not named otherwise.
    private static Optional<Language> anyBut(List<Wish> wishes) {
        return Arrays.stream(Language.values())
                .filter(language -> wishes.stream()
                        .noneMatch(wish -> Language.of(wish.range()).equals(Optional.of(language))))
                .findFirst();
    }
}
