package dev.gatehouse.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request on one connection, and its answer.
final class Exchange {

    private final Destination destination;
    private final Supplier<SSLSocketFactory> tls;
    private final Duration connectLimit;
    private volatile Socket open = new Socket();
    private volatile boolean isGivenUp;

    Exchange(Destination destination, Supplier<SSLSocketFactory> tls, Duration connectLimit) {
        this.destination = destination;
        this.tls = tls;
        this.connectLimit = connectLimit;
    }

    /// @param request the method, and the body if there is one
    OutboundAnswer run(OutboundRequest request, int mostBytes) {
        try (var socket = destination.isTls() ? secured(connected()) : connected()) {
            var out = socket.getOutputStream();
            out.write(head(request).getBytes(US_ASCII));
            out.write(request.body());
            out.flush();
            return new ResponseReader(new BufferedInputStream(socket.getInputStream()), mostBytes).read();
        } catch (SSLException fault) {
            return new OutboundAnswer.Failed("TLS failed: " + fault.getMessage());
        } catch (IOException fault) {
            return new OutboundAnswer.Failed("the answer cannot be had: " + fault.getMessage());
        }
    }

    /// Whatever waits for the other side stops waiting.
    void giveUp() {
        isGivenUp = true;
        try {
            open.close();
        } catch (IOException _) {
            // It is of no use any more either way.
        }
    }

    private Socket connected() throws IOException {
        var last = new IOException("no address");
        for (var address : destination.addresses()) {
            try {
                return connected(address);
            } catch (IOException fault) {
                last = fault;
            }
        }
        throw last;
    }

    private Socket connected(InetAddress address) throws IOException {
        if (isGivenUp) throw new IOException("given up");
        var socket = new Socket();
        open = socket;
        try {
            socket.connect(new InetSocketAddress(address, destination.port()), (int) connectLimit.toMillis());
            return socket;
        } catch (IOException fault) {
            socket.close();
            throw fault;
        }
    }

    /// The certificate must be for the name that was registered, not for the address that was found.
    private Socket secured(Socket plain) throws IOException {
        try {
            var socket = (SSLSocket) tls.get().createSocket(plain, destination.serverName(), destination.port(), true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException fault) {
            plain.close();
            throw fault;
        }
    }

    private String head(OutboundRequest request) {
        var head = new StringBuilder()
                .append(request.method())
                .append(' ')
                .append(destination.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(destination.authority())
                .append("\r\nUser-Agent: Gatehouse\r\nConnection: close\r\nAccept: ")
                .append(request.accepts())
                .append("\r\n");
        request.contentType()
                .ifPresent(type -> head.append("Content-Type: ")
                        .append(type)
                        .append("\r\nContent-Length: ")
                        .append(request.body().length)
                        .append("\r\n"));
        return head.append("\r\n").toString();
    }
}
