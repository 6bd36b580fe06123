package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without scripts: it keeps cookies, fills in forms, and goes where it is sent, as long as that is here.
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String PUBLIC = "https://id.example.com";

    private final TestHouse house;
    private final Map<String, String> cookies = new TreeMap<>();

    public Browser(TestHouse house) {
        this.house = house;
    }

    /// The same browser, when a balancer sends it to another node.
    public Browser at(TestHouse node) {
        var moved = new Browser(node);
        moved.cookies.putAll(cookies);
        return moved;
    }

    /// Opens an address of the house and follows it to a page of ours, or to the first address elsewhere.
    public Reply open(String address) {
        return follow(send(request(address).GET()));
    }

    /// Sends the form of a page, with its hidden inputs.
    public Reply submit(Reply page, String path, Map<String, String> written) {
        var fields = new TreeMap<String, String>();
        var hidden = HIDDEN.matcher(page.http().body());
        while (hidden.find()) fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        fields.putAll(written);
        return follow(post(path, fields));
    }

    private Reply post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /// Sends a form that stands on another site, and does not go where the answer leads.
    public Reply postOnly(String path, Map<String, String> written) {
        return post(path, written);
    }

    /// Signs in on the page that asks for it.
    public Reply signIn(Reply page, Person person) {
        return submit(page, "/sign-in", Map.of("email", person.email(), "password", person.password()));
    }

    public Reply allow(Reply page) {
        return submit(page, "/consent", Map.of("decision", "allow"));
    }

    public Reply deny(Reply page) {
        return submit(page, "/consent", Map.of("decision", "deny"));
    }

    private Reply follow(Reply reply) {
        var now = reply;
        for (int hops = 0; hops < 8; hops++) {
            var next = now.header("Location").filter(at -> at.startsWith("/") || isHere(at));
            if (now.status() != 303 || next.isEmpty()) return now;
            now = send(request(next.get()).GET());
        }
        throw new AssertionError("sent in circles: " + now.header("Location"));
    }

    private boolean isHere(String address) {
        return address.startsWith(PUBLIC) || address.startsWith(house.url("/").toString());
    }

    private HttpRequest.Builder request(String address) {
        var path = address.startsWith(PUBLIC) ? address.substring(PUBLIC.length()) : address;
        var uri = isHere(address) && path.equals(address) ? URI.create(address) : house.url(path);
        return HttpRequest.newBuilder(uri).header("Accept", "text/html").header("X-Forwarded-For", "198.51.100.250");
    }

    private Reply send(HttpRequest.Builder request) {
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        try {
            var response = house.http().send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(response);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }
}
