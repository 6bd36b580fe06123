package dev.gatehouse.migrations.shape;

import java.util.Optional;

/// What a check says if it says only how long a column's text may be: `length(title) <= 200`.
///
/// @param most characters
public record LengthRule(String column, long most) {
    private static final int TOKENS = 6;

    /// Empty if the check says anything else.
    public static Optional<LengthRule> of(CheckShape check) {
        var tokens = SqlText.of(check.expression()).tokens();
        var isLength = tokens.size() == TOKENS
                && tokens.get(0).is("length")
                && tokens.get(1).is("(")
                && tokens.get(3).is(")")
                && tokens.get(4).is("<=")
                && tokens.get(5).text().matches("\\d{1,9}");
        return isLength
                ? Optional.of(new LengthRule(
                        tokens.get(2).text(), Long.parseLong(tokens.get(5).text())))
                : Optional.empty();
    }
}
