package dev.gatehouse.permissions.model;

import java.util.List;

/// Something that is wrong with a model.
///
/// @param message what is wrong and what to do, a sentence
/// @param found what stands there, short; empty where nothing does
/// @param expected what could stand there; empty where there is nothing to choose from
public record ModelFault(Place place, String message, String found, List<String> expected) {

    private static final int LONGEST = 60;

    public ModelFault {
        found = shortened(found);
        expected = List.copyOf(expected);
    }

    static ModelFault of(Word word, String message) {
        return new ModelFault(word.place(), message, word.text(), List.of());
    }

    /// As compilers write it, `6:12: There is no type group …`.
    @Override
    public String toString() {
        return place + ": " + message;
    }

    static String shortened(String text) {
        if (text.length() <= LONGEST) return text;
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    static String quoted(String text) {
        return "`" + shortened(text) + "`";
    }
}
