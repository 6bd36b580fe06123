package dev.gatehouse.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.jose.StrictJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Claims that a client asks for one by one.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter OpenID Connect Core §5.5
public record ClaimsRequest(Map<String, Wanted> userinfo, Map<String, Wanted> idToken) {

    public static final ClaimsRequest NOTHING = new ClaimsRequest(Map.of(), Map.of());

    /// How one claim is wanted.
    ///
    /// @param values one of these; empty: any
    public record Wanted(boolean essential, List<Object> values) {
        private static final Wanted SOMEHOW = new Wanted(false, List.of());

        boolean isMetBy(Object value) {
            return values.isEmpty() || values.contains(value);
        }
    }

    /// @return empty when it is no JSON object of the form that the specification gives
    public static Optional<ClaimsRequest> parse(String json) {
        try {
            return StrictJson.object(json.getBytes(UTF_8))
                    .map(object -> new ClaimsRequest(members(object.get("userinfo")), members(object.get("id_token"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What was parsed before it was kept.
    public static ClaimsRequest ofKept(Optional<String> json) {
        return json.map(text -> parse(text).orElseThrow()).orElse(NOTHING);
    }

    /// The person that is meant, if one is.
    public Optional<Object> subject() {
        return Optional.ofNullable(idToken.get("sub"))
                .flatMap(wanted -> wanted.values().stream().findFirst());
    }

    /// What `acr` of the ID token must be one of; empty: anything.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#acrSemantics OpenID Connect Core §5.5.1.1
    public List<Object> demandedAcr() {
        return Optional.ofNullable(idToken.get("acr"))
                .filter(Wanted::essential)
                .map(Wanted::values)
                .orElse(List.of());
    }

    /// The claims about a person that are asked for, wherever they shall stand.
    public Set<String> names() {
        var names = new HashSet<>(userinfo.keySet());
        names.addAll(idToken.keySet());
        return names;
    }

    /// Without what a client may not ask for that was registered with these scopes.
    public ClaimsRequest within(Collection<String> scopes) {
        var allowed = PersonClaims.ofScopes(scopes);
        return new ClaimsRequest(within(userinfo, allowed), within(idToken, allowed));
    }

    private static Map<String, Wanted> within(Map<String, Wanted> members, Set<String> allowed) {
        return members.entrySet().stream()
                .filter(member -> allowed.contains(member.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Wanted> members(Object value) {
        if (value == null) return Map.of();
        var members = new LinkedHashMap<String, Wanted>();
        object(value).forEach((name, wanted) -> members.put((String) name, wanted(wanted)));
        return Map.copyOf(members);
    }

    private static Wanted wanted(Object value) {
        if (value == null) return Wanted.SOMEHOW;
        var object = object(value);
        var essential = switch (object.get("essential")) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw new IllegalArgumentException("essential is true or false");
        };
        if (object.get("value") != null) return new Wanted(essential, List.of(object.get("value")));
        return switch (object.get("values")) {
            case null -> new Wanted(essential, List.of());
            case List<?> list when !list.contains(null) -> new Wanted(essential, List.copyOf(list));
            default -> throw new IllegalArgumentException("values is a list");
        };
    }

    private static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> object) return object;
        throw new IllegalArgumentException("not an object");
    }
}
