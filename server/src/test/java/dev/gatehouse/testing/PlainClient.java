package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A client without a library: it says what a test wants it to say, to the letter, and believes nothing.
///
/// @param authorization by which it proves itself, if that goes into the header of this name
/// @param proof parameters by which it proves itself, made anew for each call
public record PlainClient(
        TestHouse house,
        String id,
        String callback,
        Optional<String> authorization,
        Supplier<Map<String, String>> proof) {

    public static final String CALLBACK = "https://rp.example.org/test/a/gatehouse/callback";

    /// With every kind of character that RFC 7636 §4.1 allows.
    public static final String VERIFIER = "a.verifier~of_all-kinds.0123456789.ABCDEFGHIJKLMNOP";

    private static final String STATE = "a state, with spaces & signs";

    /// Registers itself at the open door, with a secret.
    ///
    /// @param more members, a name and its value each
    public static PlainClient registered(TestHouse house, Object... more) {
        var said = new LinkedHashMap<String, Object>();
        said.put("redirect_uris", List.of(CALLBACK));
        said.put("response_types", List.of("code"));
        said.put("grant_types", List.of("authorization_code", "refresh_token"));
        said.put("contacts", List.of("somebody@rp.example.org"));
        for (int i = 0; i < more.length; i += 2) said.put((String) more[i], more[i + 1]);
        var reply = house.caller().post("/oauth2/register", Json.write(said));
        if (reply.status() != 201) throw new AssertionError(reply.toString());
        return of(house, reply);
    }

    /// As the answer to its registration has it.
    public static PlainClient of(TestHouse house, Reply registration) {
        var id = registration.text("/client_id");
        var secret = registration.text("/client_secret");
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        return switch (registration.text("/token_endpoint_auth_method")) {
            case "client_secret_basic" -> new PlainClient(house, id, CALLBACK, Optional.of("Basic " + basic), Map::of);
            case "client_secret_post" ->
                new PlainClient(
                        house, id, CALLBACK, Optional.empty(), () -> Map.of("client_id", id, "client_secret", secret));
            default -> new PlainClient(house, id, CALLBACK, Optional.empty(), () -> Map.of("client_id", id));
        };
    }

    public PlainClient proving(Supplier<Map<String, String>> anotherProof) {
        return new PlainClient(house, id, callback, Optional.empty(), anotherProof);
    }

    public PlainClient answeredAt(String anotherCallback) {
        return new PlainClient(house, id, anotherCallback, authorization, proof);
    }

    /// The same client, when a balancer sends its call to another node.
    public PlainClient at(TestHouse node) {
        return new PlainClient(node, id, callback, authorization, proof);
    }

    /// An authorization request.
    ///
    /// @param changes parameters, a name and its value each; without a value: left out
    public Map<String, String> request(String... changes) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", id);
        parameters.put("redirect_uri", callback);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("state", STATE);
        parameters.put("nonce", "a nonce");
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i + 1] == null) parameters.remove(changes[i]);
            else parameters.put(changes[i], changes[i + 1]);
        return parameters;
    }

    public Reply open(Browser browser, String... changes) {
        return browser.open("/oauth2/authorize?" + form(request(changes)));
    }

    /// Lets a person go through all pages that come.
    public static Reply through(Browser browser, Reply page, Person person) {
        var now = page;
        if (now.http().body().contains("current-password")) now = browser.signIn(now, person);
        return now.http().body().contains("name=\"decision\"") ? browser.allow(now) : now;
    }

    public String code(Browser browser, Person person, String... changes) {
        return codeOf(through(browser, open(browser, changes), person));
    }

    public static String codeOf(Reply answer) {
        var told = answered(answer);
        if (!told.containsKey("code")) throw new AssertionError(told.toString());
        return told.get("code");
    }

    /// What the answer in an address says.
    public static Map<String, String> answered(Reply reply) {
        var location = reply.header("Location").orElseThrow(() -> new AssertionError(reply.toString()));
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    /// Whether an answer belongs to the request above.
    public static boolean isOurs(Map<String, String> answer) {
        return STATE.equals(answer.get("state")) && "https://id.example.com".equals(answer.get("iss"));
    }

    /// Redeems a code.
    ///
    /// @param changes to the form, as above
    public Reply redeem(String code, String... changes) {
        return token(with(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", callback), changes));
    }

    public Reply refresh(String token, String... changes) {
        return token(with(Map.of("grant_type", "refresh_token", "refresh_token", token), changes));
    }

    public Reply token(Map<String, String> form, String... headers) {
        return post("/oauth2/token", form, headers);
    }

    /// Posts a form with its proof.
    ///
    /// @param headers a name and its value each
    public Reply post(String path, Map<String, String> form, String... headers) {
        var whole = new LinkedHashMap<>(form);
        whole.putAll(proof.get());
        return send("POST", path, form(whole), headers);
    }

    /// Sends a form by another method, too.
    public Reply send(String method, String path, String form, String... headers) {
        var request = HttpRequest.newBuilder(house.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form));
        authorization.ifPresent(shown -> request.header("Authorization", shown));
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /// What PKCE makes of a verifier.
    public static String challenge(String verifier) {
        return digest(verifier);
    }

    /// Base64url of the SHA-256.
    public static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        var changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i + 1] == null) changed.remove(changes[i]);
            else changed.put(changes[i], changes[i + 1]);
        return changed;
    }

    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
