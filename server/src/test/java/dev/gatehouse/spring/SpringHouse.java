package dev.gatehouse.spring;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/// A house that is its own issuer: a library that goes by discovery calls it by `PUBLIC_URL`.
final class SpringHouse {

    private SpringHouse() {}

    /// On a port that was free a moment ago, calling applications on this machine.
    static TestHouse open() {
        var port = freePort();
        return TestHouse.today(
                new TestDatabase(Dialect.SQLITE),
                Map.of(
                        Variable.PORT,
                        Integer.toString(port),
                        Variable.PUBLIC_URL,
                        "http://127.0.0.1:" + port,
                        Variable.OUTBOUND_PRIVATE_ADDRESSES,
                        "allowed"));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
