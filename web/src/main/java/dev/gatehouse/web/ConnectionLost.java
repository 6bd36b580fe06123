package dev.gatehouse.web;

/// The caller went away before the request was whole: nobody is left to answer.
final class ConnectionLost extends RuntimeException {
    ConnectionLost(Throwable cause) {
        super("the caller went away", cause);
    }
}
