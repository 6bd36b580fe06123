package dev.gatehouse.cli;

import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show all that is known of an application.", mixinStandardHelpOptions = true)
final class ClientShowCommand implements Runnable {

    @Parameters(paramLabel = "ID", description = "Its client_id.")
    private String id;

    @Override
    public void run() {
        var client = Indoors.with(house -> house.clients().find(Tenant.MAIN, id));
        System.out.println(ClientTold.whole(client.orElseThrow(ClientTold::unknown)));
    }
}
