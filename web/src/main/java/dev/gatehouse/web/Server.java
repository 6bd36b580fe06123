package dev.gatehouse.web;

import java.net.URI;
import java.time.Duration;

/// A server with its door open.
public final class Server implements AutoCloseable {
    private Server() {}

    public static ServerBuilder builder() {
        return new ServerBuilder();
    }

    static Server open(ServerBuilder plan) {
        throw new UnsupportedOperationException("the door is built in the next commit");
    }

    /// The port it listens on.
    public int port() {
        return 0;
    }

    /// Where callers reach it: the public URL, or the address it listens on.
    public URI url() {
        return URI.create("http://127.0.0.1");
    }

    /// Stops taking new requests, lets those in flight finish, then closes.
    ///
    /// @param grace how long the requests in flight may take before they are cut off
    /// @return whether all of them finished
    public boolean stop(Duration grace) {
        return true;
    }

    /// Stops with ten seconds of grace.
    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }
}
