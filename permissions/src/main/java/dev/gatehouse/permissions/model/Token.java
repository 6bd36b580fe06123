package dev.gatehouse.permissions.model;

/// A piece of a model's text.
///
/// @param text of a word; of a sign the sign itself; of others how a fault calls them
/// @param end where the text goes on after it
record Token(Kind kind, String text, Place.InText place, int end) {

    enum Kind {
        WORD,
        /// One of `: , [ ] ( ) { } < > * #`.
        SIGN,
        /// The end of one or more lines.
        LINE_END,
        END
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean endsLine() {
        return kind == Kind.LINE_END || kind == Kind.END;
    }

    Word word() {
        return new Word(text, place);
    }

    /// As a fault tells that this was found.
    String told() {
        return endsLine() ? text : ModelFault.quoted(text);
    }
}
