package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.tenant.Tenant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Register an application.", mixinStandardHelpOptions = true)
final class ClientCreateCommand implements Runnable {

    private static final ClientProfile BLANK = new ClientProfile(
            "",
            AuthenticationMethod.CLIENT_SECRET_BASIC,
            Set.of(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            true,
            false);

    @Option(names = "--id", description = "Its client_id; otherwise one is made up.")
    private Optional<String> id = Optional.empty();

    @Mixin
    private ClientOptions said;

    @Override
    public void run() {
        var profile = said.over(BLANK);
        ClientTold.outcome(
                "Registered",
                Indoors.with(house -> house.clients().register(Tenant.MAIN, id, profile, Origin.COMMAND_LINE)));
    }
}
