package dev.gatehouse.permissions.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A regular expression in RE2's syntax: however it is written, looking for it takes time that grows with the
/// text only.
///
/// @param size how many steps its program has, roughly: each may be looked at for each character
/// @spec https://github.com/google/re2/wiki/Syntax RE2: Syntax
record Regex(Pattern pattern, int size) {

    /// What became of the text of a pattern.
    sealed interface Reading {
        record Read(Regex regex) implements Reading {}

        record Refused(String why) implements Reading {}
    }

    /// How many steps of the machine cost one of ours.
    private static final int STEPS = 10;

    static Reading read(String text) {
        var size = RegexSize.of(text);
        if (size > RegexSize.LARGEST)
            return new Reading.Refused("the pattern is too large: it has too many repetitions, groups or characters");
        try {
            return new Reading.Read(new Regex(Pattern.compile(text), size));
        } catch (PatternSyntaxException fault) {
            return new Reading.Refused("the pattern is no regular expression of RE2: " + fault.getDescription());
        }
    }

    /// Whether it is found anywhere in the text.
    Value isFoundIn(String text, Cost cost) {
        cost.pay(1 + (long) size * text.length() / STEPS);
        return cost.isSpent()
                ? cost.tooDear()
                : Value.Bool.of(pattern.matcher(text).find());
    }
}
