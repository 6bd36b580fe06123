package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Register an application.", mixinStandardHelpOptions = true)
final class ClientCreateCommand implements Runnable {

    @Option(names = "--id", description = "Its client_id; otherwise one is made up.")
    private Optional<String> id = Optional.empty();

    @Mixin
    private ClientOptions said;

    @Override
    public void run() {
        var profile = said.over(ClientProfile.BLANK);
        ClientTold.outcome(
                "Registered",
                Indoors.with(house -> house.clients().register(Tenant.MAIN, id, profile, Origin.COMMAND_LINE)));
    }
}
