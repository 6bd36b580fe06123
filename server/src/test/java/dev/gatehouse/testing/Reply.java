package dev.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What the house answered.
public record Reply(HttpResponse<String> http) {

    public int status() {
        return http.statusCode();
    }

    public Optional<String> header(String name) {
        return http.headers().firstValue(name);
    }

    public String requestId() {
        return header("X-Request-Id").orElseThrow();
    }

    public JsonNode json() {
        return Json.read(http.body());
    }

    /// The text at a JSON pointer; empty text when nothing is there.
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /// `409 email-taken`: the status and what is wrong.
    public String refusal() {
        return status() + " " + text("/type").replaceAll(".*/", "");
    }

    /// The faults of a 422, each as `/pointer rule`.
    public List<String> faults() {
        return StreamSupport.stream(json().at("/errors").spliterator(), false)
                .map(fault ->
                        fault.path("pointer").asText(fault.path("parameter").asText()) + " "
                                + fault.path("rule").asText())
                .toList();
    }

    public Tokens tokens() {
        if (status() != 200) throw new AssertionError("no tokens: " + this);
        return new Tokens(text("/access_token"), text("/refresh_token"));
    }

    @Override
    public String toString() {
        return status() + " " + http.body();
    }
}
