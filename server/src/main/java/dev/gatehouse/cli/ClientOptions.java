package dev.gatehouse.cli;

import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.client.ClientMembers;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What may be said of a client on the command line. What is not said stays as it was.
final class ClientOptions {

    @Option(names = "--name", description = "As people know it.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            description =
                    "A way to a token: authorization_code, refresh_token, client_credentials, device_code, token-exchange. "
                            + "Once for each.")
    private List<String> grants = List.of();

    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            description = "Where answers may go, to the letter. Once for each.")
    private List<String> redirectUris = List.of();

    @Option(names = "--scope", description = "What it may ask for; several in quotes with spaces between.")
    private Optional<String> scope = Optional.empty();

    @Option(
            names = "--resource",
            paramLabel = "URI",
            description = "A resource (RFC 8707) whose tokens it may ask for. Once for each.")
    private List<String> resources = List.of();

    @Option(
            names = "--auth-method",
            paramLabel = "METHOD",
            description = "How it proves to be itself: none, client_secret_basic, client_secret_post,"
                    + " client_secret_jwt, private_key_jwt, tls_client_auth, self_signed_tls_client_auth.")
    private Optional<String> method = Optional.empty();

    @Option(names = "--public", description = "It can keep no secret: --auth-method none.")
    private boolean isPublic;

    @Option(
            names = "--require-pkce",
            negatable = true,
            description = "PKCE is required; --no-require-pkce lets an old confidential client do without.")
    private Optional<Boolean> pkce = Optional.empty();

    @Option(names = "--first-party", negatable = true, description = "It is yours: people are not asked for consent.")
    private Optional<Boolean> firstParty = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "MEMBER=VALUE",
            description = "Any other member of client metadata, as backchannel_logout_uri=https://…; lists with spaces"
                    + " between, an empty value takes it back. Once for each; see `client show`.")
    private List<String> members = List.of();

    ClientProfile over(ClientProfile now) {
        return new ClientProfile(
                name.map(String::strip).orElse(now.name()),
                isPublic
                        ? AuthenticationMethod.NONE
                        : method.map(ClientOptions::method).orElse(now.authentication()),
                grants.isEmpty() ? now.grants() : grants(),
                said(redirectUris, now.redirectUris()),
                scope.map(text -> said(Arrays.asList(text.strip().split("\\s+")), now.scopes()))
                        .orElse(now.scopes()),
                said(resources, now.resources()),
                pkce.orElse(now.pkceRequired()),
                firstParty.orElse(now.firstParty()),
                members(now.members()));
    }

    private ClientMembers members(ClientMembers now) {
        for (var said : members) {
            var equals = said.indexOf('=');
            if (equals < 1) throw new CommandFailure("--set: \"" + said + "\" is not MEMBER=VALUE.");
            now = now.with(
                    member(said.substring(0, equals)),
                    said.substring(equals + 1).strip());
        }
        return now;
    }

    private static ClientMember member(String wire) {
        return ClientMember.named(wire)
                .orElseThrow(() -> new CommandFailure("--set: \"" + wire + "\" is no member. Use one of "
                        + Arrays.stream(ClientMember.values())
                                .map(ClientMember::wire)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private Set<GrantType> grants() {
        return grants.stream().map(ClientOptions::grant).collect(Collectors.toUnmodifiableSet());
    }

    private static SequencedSet<String> said(List<String> values, SequencedSet<String> now) {
        return values.isEmpty() ? now : new LinkedHashSet<>(values);
    }

    private static GrantType grant(String name) {
        return Arrays.stream(GrantType.values())
                .filter(type -> type.wire().equals(name) || type.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("--grant: \"" + name + "\" is none. Use one of "
                        + Arrays.stream(GrantType.values())
                                .map(GrantType::shortName)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static AuthenticationMethod method(String wire) {
        return AuthenticationMethod.named(wire)
                .orElseThrow(() -> new CommandFailure("--auth-method: \"" + wire + "\" is none. Use one of "
                        + Arrays.stream(AuthenticationMethod.values())
                                .map(AuthenticationMethod::wire)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
