package dev.gatehouse.registration;

import static dev.gatehouse.client.ClientMember.TOKEN_EXCHANGE;

import dev.gatehouse.client.ClientFault;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What nobody can say of himself. Only an administrator gives a client more than people can refuse it at the consent
/// page, and what an administrator gave stays.
enum SelfRegistration {
    FIRST_PARTY("first_party", ClientProfile::firstParty),
    PKCE("require_pkce", ClientProfile::pkceRequired),
    /// RFC 8707 has no word for it: tokens for somebody else's API.
    RESOURCES("resources", ClientProfile::resources),
    EXCHANGE(TOKEN_EXCHANGE.wire(), profile -> profile.members().text(TOKEN_EXCHANGE));

    /// What a person is asked for, and can refuse.
    private static final List<String> OPEN_TO_ALL = List.of("openid", "profile", "email", "offline_access");

    private final String field;
    private final Function<ClientProfile, Object> value;

    SelfRegistration(String field, Function<ClientProfile, Object> value) {
        this.field = field;
        this.value = value;
    }

    /// All that is said and cannot be.
    static List<ClientFault> faults(ClientProfile before, ClientProfile said) {
        return Arrays.stream(values())
                .filter(rule -> !rule.value.apply(said).equals(rule.value.apply(before)))
                .map(rule -> new ClientFault(rule.field, "only an administrator can change this"))
                .toList();
    }

    /// What is so when nothing is said.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
    static ClientProfile usual() {
        var blank = ClientProfile.BLANK;
        return new ClientProfile(
                "",
                blank.authentication(),
                Set.of(GrantType.AUTHORIZATION_CODE),
                blank.redirectUris(),
                new LinkedHashSet<>(OPEN_TO_ALL),
                blank.resources(),
                blank.pkceRequired(),
                blank.firstParty());
    }

    /// What is so when a client that is there says everything anew.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7592#section-2.2 RFC 7592 §2.2: what is left out is taken back
    static ClientProfile usual(ClientProfile before) {
        var usual = usual();
        return new ClientProfile(
                        "",
                        usual.authentication(),
                        usual.grants(),
                        usual.redirectUris(),
                        before.scopes(),
                        before.resources(),
                        before.pkceRequired(),
                        before.firstParty())
                .with(TOKEN_EXCHANGE, before.members().text(TOKEN_EXCHANGE).orElse(""));
    }

    /// The profile with a name for people, and without scopes that are not to be had: the answer tells what was
    /// registered.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2: what is asked for may be replaced
    static ClientProfile settled(ClientProfile before, ClientProfile said) {
        var scopes = new LinkedHashSet<>(said.scopes());
        scopes.removeIf(
                scope -> !OPEN_TO_ALL.contains(scope) && !before.scopes().contains(scope));
        return new ClientProfile(
                said.name().isBlank() ? name(said) : said.name(),
                said.authentication(),
                said.grants(),
                said.redirectUris(),
                scopes,
                said.resources(),
                said.pkceRequired(),
                said.firstParty(),
                said.members());
    }

    /// People know an application without a name by where it leads them.
    private static String name(ClientProfile said) {
        return said.redirectUris().stream()
                .findFirst()
                .flatMap(SelfRegistration::host)
                .orElse("Application without a name");
    }

    private static Optional<String> host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
