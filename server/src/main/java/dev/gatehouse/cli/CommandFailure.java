package dev.gatehouse.cli;

/// A verb could not do what it was asked to; the message says why and what to do, and is all that is printed.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandFailure(String message) {
        super(message);
    }
}
