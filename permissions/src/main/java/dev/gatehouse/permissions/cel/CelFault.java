package dev.gatehouse.permissions.cel;

/// What is wrong with an expression, and where.
///
/// @param line counted from 1
/// @param column in characters, counted from 1
/// @param message what is wrong and what would be right, as a sentence without a full stop
public record CelFault(int line, int column, String message) {

    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
