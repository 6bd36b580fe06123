package dev.gatehouse.cli;

/// What one check of `doctor` found.
///
/// @param about what was looked at, a word or two
/// @param says what is so
/// @param advice what to do about it; empty when there is nothing to do
record Finding(Level level, String about, String says, String advice) {

    enum Level {
        GOOD("ok"),
        /// It works, but somebody should know.
        WARNING("warning"),
        /// It does not work, or it is not safe.
        FAILURE("FAILED");

        private final String word;

        Level(String word) {
            this.word = word;
        }
    }

    static Finding good(String about, String says) {
        return new Finding(Level.GOOD, about, says, "");
    }

    static Finding warning(String about, String says, String advice) {
        return new Finding(Level.WARNING, about, says, advice);
    }

    static Finding failure(String about, String says, String advice) {
        return new Finding(Level.FAILURE, about, says, advice);
    }

    @Override
    public String toString() {
        var line = "%-8s %-9s %s".formatted(level.word, about, says);
        return advice.isEmpty() ? line : line + "\n" + " ".repeat(19) + "→ " + advice;
    }
}
