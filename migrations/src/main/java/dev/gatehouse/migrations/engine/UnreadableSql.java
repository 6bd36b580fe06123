package dev.gatehouse.migrations.engine;

/// A part of a statement that a shape cannot hold. It is caught by the reader, which names the object.
final class UnreadableSql extends RuntimeException {
    UnreadableSql(String why) {
        super(why);
    }
}
