package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// The parameters of a request as they came: each with all its values, so that what stands twice can be refused.
///
/// @param byName none without a value
record RequestParameters(Map<String, List<String>> byName) {

    /// All that can be asked, but what a request can come wrapped in.
    static final List<String> NAMES = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "dpop_jkt",
            "response_mode",
            "prompt",
            "max_age",
            "login_hint",
            "ui_locales",
            "acr_values",
            "id_token_hint",
            "claims",
            "resource",
            "registration");

    /// Reads what [#query] once wrote.
    static RequestParameters parse(String query) {
        var byName = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals < 1) continue;
            byName.computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return new RequestParameters(byName);
    }

    /// Some name that stands more than once.
    Optional<String> repeated() {
        // RFC 8707 §2: only this one may.
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1 && !entry.getKey().equals("resource"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether all of it is text that can be kept and sent: no NUL, no half of a surrogate pair. A form has none of
    /// these; JSON may.
    boolean isText() {
        return byName.values().stream()
                .flatMap(List::stream)
                .flatMapToInt(String::codePoints)
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(List::getFirst);
    }

    /// The value of what stands there once; what stands twice is not to be trusted.
    Optional<String> only(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(values -> values.size() == 1)
                .map(List::getFirst);
    }

    List<String> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// A value that is words with spaces between.
    SequencedSet<String> words(String name) {
        var words =
                new LinkedHashSet<>(Arrays.asList(find(name).orElse("").strip().split(" +")));
        words.remove("");
        return words;
    }

    RequestParameters with(String name, String value) {
        var changed = new LinkedHashMap<>(byName);
        changed.put(name, List.of(value));
        return new RequestParameters(changed);
    }

    RequestParameters without(Collection<String> names) {
        var changed = new LinkedHashMap<>(byName);
        changed.keySet().removeAll(names);
        return new RequestParameters(changed);
    }

    /// As a table keeps it.
    String query() {
        return byName.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> entry.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
