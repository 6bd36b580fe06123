package dev.gatehouse.web.language;

import java.util.Locale;
import java.util.Optional;

/// The languages that our pages speak. A further one is a constant here; the compiler then shows every place
/// that lacks words.
public enum Language {
    ENGLISH("en"),
    RUSSIAN("ru");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// For the `lang` attribute.
    public String tag() {
        return tag;
    }

    /// Ours for a language tag (BCP 47), whatever its region or script: `ru-BY` is Russian.
    public static Optional<Language> of(String languageTag) {
        int end = languageTag.indexOf('-');
        var primary = (end < 0 ? languageTag : languageTag.substring(0, end)).toLowerCase(Locale.ROOT);
        for (var language : values()) if (language.tag.equals(primary)) return Optional.of(language);
        return Optional.empty();
    }

    /// The first of several that we speak, as `ui_locales` lists them: with spaces between, the best first.
    public static Optional<Language> firstOf(String languageTags) {
        for (var tag : languageTags.split(" ")) {
            var language = of(tag);
            if (language.isPresent()) return language;
        }
        return Optional.empty();
    }
}
