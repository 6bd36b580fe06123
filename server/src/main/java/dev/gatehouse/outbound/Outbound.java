package dev.gatehouse.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// Our calls to others.
public final class Outbound {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    public OutboundAnswer post(URI address, String contentType, byte[] body, int mostBytes) {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            var status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new OutboundAnswer.Answered(status, Map.of(), new byte[0]);
        } catch (IOException fault) {
            return new OutboundAnswer.Failed(fault.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new OutboundAnswer.Failed("interrupted");
        }
    }
}
