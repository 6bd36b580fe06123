package dev.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser: keeps cookies, reads pages, and sends the forms that stand in them. Follows no redirect.
public final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final TestHouse house;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(TestHouse house, String address) {
        this.house = house;
        this.address = address;
    }

    /// The same person with the same cookies, whom a balancer sends to another node.
    Visitor at(TestHouse node) {
        var moved = new Visitor(node, address);
        moved.cookies.putAll(cookies);
        return moved;
    }

    public Reply open(String path) {
        return send(request(path).GET());
    }

    public Reply open(String path, String acceptLanguage) {
        return send(request(path).header("Accept-Language", acceptLanguage).GET());
    }

    /// Fills in the form of a page and sends it.
    ///
    /// @param namesAndValues what the person types or presses
    public Reply send(Reply page, String path, String... namesAndValues) {
        var form = hidden(page);
        for (int i = 0; i < namesAndValues.length; i += 2) form.put(namesAndValues[i], namesAndValues[i + 1]);
        return post(path, form);
    }

    public Reply post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(input -> input.getKey() + "=" + URLEncoder.encode(input.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// Opens the page of signing in and signs in.
    public Reply signIn(String email, String password) {
        return send(open("/sign-in?another=yes"), "/sign-in", "email", email, "password", password);
    }

    /// The hidden inputs of a page.
    public static Map<String, String> hidden(Reply page) {
        return HIDDEN.matcher(page.http().body())
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> found.group(2).replace("&amp;", "&"),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(house.url(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", address)
                .header("User-Agent", "test/1.0");
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var reply = new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
            reply.http().headers().allValues("Set-Cookie").forEach(this::keep);
            return reply;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }
}
