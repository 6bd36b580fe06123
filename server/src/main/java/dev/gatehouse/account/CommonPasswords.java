package dev.gatehouse.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The passwords that an attacker tries first: some 49,000 that leaks show to be the most common, and what people
/// make of them to satisfy a rule.
///
/// Upper case, `p@ssw0rd`, `Password2024!` and `passwordpassword` are all `password`. Two different words
/// together are not refused, nor is a word with much random text beside it: the list is against guessing online,
/// where an attacker gets through thousands of guesses, not billions.
///
/// Nothing is asked over the network. Where the list is from: `docs/decisions/0007-passwords.md`.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver NIST SP 800-63B-4 §3.1.1.2
final class CommonPasswords {
    /// With fewer characters that do not follow from the one before, a password's length is only apparent.
    private static final int FEWEST_SURPRISES = 5;

    /// A year and a sign beside a word leave it the same word; with more that cannot be predicted it may pass.
    private static final int MOST_DECORATION = 5;

    /// Read when the first password is judged: 0.4 MB that a start need not spend.
    private static final class Words {
        static final WordList LIST = WordList.read("common-passwords.txt");
    }

    private CommonPasswords() {}

    /// Whether `password` is one of them, or so plain that it could be.
    static boolean contains(String password) {
        var folded = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var said = unrepeated(folded);
        return PredictableSequence.surprises(said) < FEWEST_SURPRISES || isCommon(folded) || isCommon(said);
    }

    private static boolean isCommon(String folded) {
        return readings(folded).anyMatch(reading -> isWord(reading) || isDecoratedWord(reading));
    }

    private static boolean isDecoratedWord(String text) {
        var letters = IntStream.range(0, text.length())
                .filter(at -> Character.isLetter(text.charAt(at)))
                .summaryStatistics();
        if (letters.getCount() == 0) return false;
        var first = letters.getMin();
        var end = letters.getMax() + 1;
        return isDecoration(text.substring(0, first))
                && isDecoration(text.substring(end))
                && readings(unrepeated(text.substring(first, end))).anyMatch(CommonPasswords::isWord);
    }

    private static boolean isDecoration(String beside) {
        return PredictableSequence.surprises(beside) <= MOST_DECORATION || isWord(beside);
    }

    private static boolean isWord(String text) {
        return Words.LIST.contains(text);
    }

    /// The text, and what it says when signs and digits stand for the letters that they look like.
    private static Stream<String> readings(String text) {
        var letters = text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
        return Stream.of(
                        text,
                        letters.replace('1', 'i').replace('!', 'i'),
                        letters.replace('1', 'l').replace('!', 'l'))
                .distinct();
    }

    /// `abcabc` is no better than `abc`.
    private static String unrepeated(String text) {
        for (var unit = 1; unit <= text.length() / 2; unit++)
            if (text.length() % unit == 0 && text.regionMatches(0, text, unit, text.length() - unit))
                return text.substring(0, unit);
        return text;
    }
}
