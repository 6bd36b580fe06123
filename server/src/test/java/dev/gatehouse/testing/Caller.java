package dev.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Somebody who calls the house, from a network address of the own, behind a proxy that the house trusts.
///
/// @param token the access token to show, if any
public record Caller(TestHouse house, String address, Optional<String> token) {

    public Caller from(String otherAddress) {
        return new Caller(house, otherAddress, token);
    }

    public Caller with(String accessToken) {
        return new Caller(house, address, Optional.of(accessToken));
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
        var request = HttpRequest.newBuilder(house.url(path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Forwarded-For", address)
                .header("User-Agent", "test/1.0")
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(method + " " + path, fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
