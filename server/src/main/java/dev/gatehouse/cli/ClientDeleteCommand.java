package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Remove an application.", mixinStandardHelpOptions = true)
final class ClientDeleteCommand implements Runnable {

    @Parameters(paramLabel = "ID", description = "Its client_id.")
    private String id;

    @Override
    public void run() {
        ClientTold.outcome(
                "Removed", Indoors.with(house -> house.clients().remove(Tenant.MAIN, id, Origin.COMMAND_LINE)));
    }
}
