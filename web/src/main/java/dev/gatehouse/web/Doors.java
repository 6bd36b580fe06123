package dev.gatehouse.web;

import dev.gatehouse.web.tls.TlsContexts;
import dev.gatehouse.web.tls.UnusableFile;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// Where the server listens: at one port, or at a second besides where callers are asked for a certificate.
///
record Doors(String host, Door main, Optional<Door> certificates) {

    /// @param tls empty: plain HTTP
    /// @param asks whether callers are asked for a certificate
    record Door(int port, Optional<SSLContext> tls, boolean asks) {
        static Door plain(int port) {
            return new Door(port, Optional.empty(), false);
        }

        static Door silent(int port, TlsContexts contexts) {
            return new Door(port, Optional.of(contexts.silent()), false);
        }

        static Door asking(int port, TlsContexts contexts) {
            return new Door(port, Optional.of(contexts.asking()), true);
        }
    }

    /// @throws CannotListen when the files for TLS cannot be used
    static Doors of(ServerBuilder plan) {
        if (plan.tls().isEmpty()) {
            if (plan.certificatePort().isPresent())
                throw new IllegalArgumentException("a port that asks for certificates needs TLS");
            return new Doors(plan.host(), Door.plain(plan.port()), Optional.empty());
        }
        try {
            return secured(plan, new TlsContexts(plan.tls().get()));
        } catch (UnusableFile fault) {
            throw new CannotListen("cannot speak TLS: " + fault.getMessage(), fault);
        }
    }

    private static Doors secured(ServerBuilder plan, TlsContexts contexts) {
        var asking = plan.certificatePort();
        boolean isOne = asking.isPresent() && asking.getAsInt() == plan.port() && plan.port() != 0;
        var main = isOne ? Door.asking(plan.port(), contexts) : Door.silent(plan.port(), contexts);
        return new Doors(
                plan.host(),
                main,
                asking.isPresent() && !isOne
                        ? Optional.of(Door.asking(asking.getAsInt(), contexts))
                        : Optional.empty());
    }

    Stream<Door> all() {
        return Stream.concat(Stream.of(main), certificates.stream());
    }
}
