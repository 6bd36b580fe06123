package dev.gatehouse.account;

/// Tells text that hardly needs guessing, because each character follows from the one before: the same again, the
/// next in the alphabet, or the neighbour on the keyboard.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#appA NIST SP 800-63B-4 appendix A
final class PredictableSequence {
    /// Rows of the keyboard: English, German, French, Russian.
    private static final String ROWS =
            "1234567890 qwertyuiop qwertzuiop azertyuiop asdfghjkl qsdfghjklm zxcvbnm yxcvbnm"
                    + " йцукенгшщзхъ фывапролджэ ячсмитьбю";

    private static final String ROWS_BACKWARDS =
            new StringBuilder(ROWS).reverse().toString();

    private PredictableSequence() {}

    /// How many characters of `text`, in lower case, do not follow from the one before them; the first never
    /// does.
    static int surprises(String text) {
        var surprises = Math.min(1, text.length());
        for (var at = 1; at < text.length(); at++) if (!follows(text, at)) surprises++;
        return surprises;
    }

    private static boolean follows(String text, int at) {
        if (Math.abs(text.charAt(at) - text.charAt(at - 1)) <= 1) return true;
        var pair = text.substring(at - 1, at + 1);
        return ROWS.contains(pair) || ROWS_BACKWARDS.contains(pair);
    }
}
