package dev.gatehouse.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Our calls to others.
public final class Outbound {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public sealed interface Reply {
        record Answered(int status) implements Reply {}

        record Failed(String why) implements Reply {}
    }

    public Reply post(URI uri, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return new Reply.Answered(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException fault) {
            return new Reply.Failed(fault.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("interrupted");
        }
    }
}
