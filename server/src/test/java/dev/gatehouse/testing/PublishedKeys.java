package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The address where a client publishes its keys, and how often somebody has looked.
public final class PublishedKeys implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile String said;
    private volatile String cacheControl = "";

    private PublishedKeys(String said) {
        this.said = said;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        server.createContext("/jwks", exchange -> {
            looks.incrementAndGet();
            if (!cacheControl.isEmpty()) exchange.getResponseHeaders().add("Cache-Control", cacheControl);
            var body = this.said.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public static PublishedKeys of(String text) {
        return new PublishedKeys(text);
    }

    public static PublishedKeys of(Map<String, Object> jwks) {
        return new PublishedKeys(Json.write(jwks));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    public void publish(Map<String, Object> jwks) {
        said = Json.write(jwks);
    }

    public void cacheControl(String value) {
        cacheControl = value;
    }

    public int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
