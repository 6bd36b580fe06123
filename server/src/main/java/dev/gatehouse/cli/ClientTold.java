package dev.gatehouse.cli;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientChange;
import dev.gatehouse.client.ClientFault;
import dev.gatehouse.client.ClientMembers;
import dev.gatehouse.client.ClientSecret;
import dev.gatehouse.client.GrantType;
import java.util.Optional;
import java.util.stream.Collectors;

/// Clients, and what became of them, in words for whoever typed the command.
final class ClientTold {

    private ClientTold() {}

    static void outcome(String did, ClientChange outcome) {
        switch (outcome) {
            case ClientChange.Done(var client, var secret) -> done(did, client, secret);
            case ClientChange.Refused(var faults) ->
                throw new CommandFailure(
                        faults.stream().map(ClientFault::toString).collect(Collectors.joining("\n")));
            case ClientChange.IdTaken _ -> throw new CommandFailure("Another client has this id. Choose another.");
            case ClientChange.NoSuchClient _ -> throw unknown();
            case ClientChange.HasNoSecret _ -> throw new CommandFailure("This client is public; it has no secret.");
        }
    }

    static CommandFailure unknown() {
        return new CommandFailure("No client is called so; see `./gatehouse client list`.");
    }

    private static void done(String did, Client client, Optional<ClientSecret> secret) {
        System.out.println(did + " the client " + client.id() + ".");
        secret.ifPresent(shown -> System.out.println("Its secret, shown only now: " + shown.value()));
    }

    static String line(Client client) {
        var profile = client.profile();
        return "%-32s %-22s %s".formatted(client.id(), profile.authentication().wire(), profile.name());
    }

    static String whole(Client client) {
        var profile = client.profile();
        return """
                client_id                   %s
                client_name                 %s
                token_endpoint_auth_method  %s
                grant_types                 %s
                redirect_uris               %s
                scope                       %s
                resources                   %s
                require_pkce                %s
                first_party                 %s
                created                     %s
                changed                     %s%s""".formatted(
                        client.id(),
                        profile.name(),
                        profile.authentication().wire(),
                        profile.grants().stream().sorted().map(GrantType::wire).collect(Collectors.joining(" ")),
                        String.join(" ", profile.redirectUris()),
                        String.join(" ", profile.scopes()),
                        String.join(" ", profile.resources()),
                        profile.pkceRequired(),
                        profile.firstParty(),
                        client.createdAt(),
                        client.updatedAt(),
                        members(profile.members()));
    }

    private static String members(ClientMembers members) {
        return members.said().entrySet().stream()
                .map(said -> "\n%-27s %s".formatted(said.getKey().wire(), said.getValue()))
                .collect(Collectors.joining());
    }
}
