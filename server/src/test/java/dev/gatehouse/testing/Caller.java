package dev.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/// Somebody who calls the house, from a network address of the own, behind a proxy that the house trusts.
///
/// @param authorization the header of that name, if any is shown
public record Caller(TestHouse house, String address, Optional<String> authorization) {

    public Caller from(String otherAddress) {
        return new Caller(house, otherAddress, authorization);
    }

    public Caller with(String accessToken) {
        return authorized("Bearer " + accessToken);
    }

    public Caller authorized(String header) {
        return new Caller(house, address, Optional.of(header));
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    public Reply post(String path) {
        return send("POST", path, "");
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    public Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /// Posts a form.
    public Reply form(String path, String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        return send("POST", path, String.join("&", pairs), "application/x-www-form-urlencoded");
    }

    public Reply register(String email, String password) {
        return post("/v1/accounts", Json.object("email", email, "password", password));
    }

    public Reply signIn(String email, String password) {
        return post("/v1/sign-in", Json.object("email", email, "password", password));
    }

    public Reply refresh(String refreshToken) {
        return post("/v1/refresh", Json.object("refresh_token", refreshToken));
    }

    private Reply send(String method, String path, String body) {
        return send(method, path, body, "application/json");
    }

    private Reply send(String method, String path, String body, String contentType) {
        var request = HttpRequest.newBuilder(house.url(path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Forwarded-For", address)
                .header("User-Agent", "test/1.0")
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", contentType);
        authorization.ifPresent(shown -> request.header("Authorization", shown));
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(method + " " + path, fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
