package dev.gatehouse.claims;

import dev.gatehouse.account.Account;
import dev.gatehouse.claims.ClaimsRequest.Wanted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be told about a person, by the names of OpenID Connect.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims OpenID Connect Core §5.1
public final class PersonClaims {

    /// Every claim there is about a person.
    public static final List<String> NAMES =
            List.of("name", "locale", "updated_at", "email", "email_verified", Affiliations.GROUPS, Affiliations.ROLES);

    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims OpenID Connect Core §5.4
    private static final Map<String, Set<String>> OF_SCOPE = Map.of(
            "profile",
            Set.of("name", "locale", "updated_at"),
            "email",
            Set.of("email", "email_verified"),
            Affiliations.GROUPS,
            Set.of(Affiliations.GROUPS),
            Affiliations.ROLES,
            Set.of(Affiliations.ROLES));

    private final Affiliations affiliations;

    public PersonClaims(Affiliations affiliations) {
        this.affiliations = affiliations;
    }

    /// The names of the claims that scopes ask for.
    public static Set<String> ofScopes(Collection<String> scopes) {
        var names = new LinkedHashSet<String>();
        for (var scope : scopes) names.addAll(OF_SCOPE.getOrDefault(scope, Set.of()));
        return names;
    }

    /// The names of those that scopes put into ID tokens as well: many applications look for groups nowhere else. The
    /// claims of the other scopes are for userinfo.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims OpenID Connect Core §5.4
    public static Set<String> ofScopesInIdTokens(Collection<String> scopes) {
        return scopes.stream().filter(Affiliations.NAMES::contains).collect(Collectors.toSet());
    }

    /// By which scopes one would ask for claims that are asked for one by one: what a client was not registered to ask
    /// for so, it cannot ask for otherwise.
    public static SequencedSet<String> scopesOf(Collection<String> names) {
        return OF_SCOPE.entrySet().stream()
                .filter(scope -> names.stream().anyMatch(scope.getValue()::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What there is of the claims that scopes allow and of those asked for one by one. What is not known is left out,
    /// and what has none of the values that were asked for (OpenID Connect Core §5.5.1).
    public Map<String, Object> of(Account account, Set<String> allowed, Map<String, Wanted> asked) {
        var names = new LinkedHashSet<>(allowed);
        names.addAll(asked.keySet());
        var claims = of(account, names);
        claims.entrySet()
                .removeIf(claim -> asked.containsKey(claim.getKey())
                        && !asked.get(claim.getKey()).isMetBy(claim.getValue()));
        return claims;
    }

    private Map<String, Object> of(Account account, Collection<String> names) {
        var claims = new LinkedHashMap<String, Object>();
        for (var name : NAMES) {
            if (!names.contains(name)) continue;
            switch (name) {
                case "name" -> account.name().ifPresent(text -> claims.put(name, text));
                case "locale" -> account.locale().ifPresent(locale -> claims.put(name, locale.toLanguageTag()));
                case "updated_at" -> claims.put(name, account.updatedAt().getEpochSecond());
                case "email" -> claims.put(name, account.email());
                case "email_verified" -> claims.put(name, account.emailVerified());
                case Affiliations.GROUPS, Affiliations.ROLES ->
                    affiliations.of(name, account.tenantId(), account.id()).ifPresent(all -> claims.put(name, all));
                default -> throw new IllegalStateException("nobody says what " + name + " is");
            }
        }
        return claims;
    }
}
