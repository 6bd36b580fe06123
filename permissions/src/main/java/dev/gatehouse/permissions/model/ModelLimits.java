package dev.gatehouse.permissions.model;

/// How much of a model is read. Who reads beyond can be made to run out of stack or time.
public final class ModelLimits {

    /// Characters of a text, and of the text that a tree would be.
    public static final int TEXT = 256 * 1024;

    /// Parentheses in parentheses.
    static final int NESTING = 50;

    private ModelLimits() {}

    static String tooLong(long length) {
        return "The model has " + length + " characters of text; at most " + TEXT + " are read.";
    }
}
