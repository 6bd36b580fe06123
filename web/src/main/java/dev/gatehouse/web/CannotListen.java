package dev.gatehouse.web;

/// The server could not open its door. The message is one line for the person who started it: what, where, what
/// to do.
public final class CannotListen extends RuntimeException {
    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
