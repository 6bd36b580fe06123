package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Change what is said of an application; the rest stays.",
        mixinStandardHelpOptions = true)
final class ClientUpdateCommand implements Runnable {

    @Parameters(paramLabel = "ID", description = "Its client_id.")
    private String id;

    @Mixin
    private ClientOptions said;

    @Override
    public void run() {
        ClientTold.outcome(
                "Changed",
                Indoors.with(house -> house.clients().change(Tenant.MAIN, id, said::over, Origin.COMMAND_LINE)));
    }
}
