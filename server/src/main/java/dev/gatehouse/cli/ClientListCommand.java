package dev.gatehouse.cli;

import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Show every registered application.", mixinStandardHelpOptions = true)
final class ClientListCommand implements Runnable {

    private static final int PAGE = 200;

    @Override
    public void run() {
        Indoors.with(house -> {
            var page = house.clients().list(Tenant.MAIN, Optional.empty(), PAGE);
            if (page.isEmpty()) System.out.println("None is registered; see `./gatehouse client create --help`.");
            while (!page.isEmpty()) {
                page.forEach(client -> System.out.println(ClientTold.line(client)));
                page = house.clients()
                        .list(Tenant.MAIN, Optional.of(page.getLast().id()), PAGE);
            }
            return null;
        });
    }
}
