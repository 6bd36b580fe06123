package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Show every role and what it allows, or who holds one and where.",
        mixinStandardHelpOptions = true)
final class RoleListCommand implements Runnable {

    private static final int PAGE = 200;

    @Parameters(paramLabel = "ROLE", arity = "0..1", description = "Its name; then who holds it.")
    private Optional<String> role;

    @Override
    public void run() {
        Indoors.with(house -> {
            role.ifPresentOrElse(name -> holders(house, name), () -> roles(house));
            return null;
        });
    }

    private static void roles(House house) {
        var page = house.roles().list(Tenant.MAIN, Optional.empty(), PAGE);
        if (page.isEmpty()) System.out.println("There is none; see `./gatehouse role define --help`.");
        while (!page.isEmpty()) {
            page.forEach(each ->
                    System.out.println("%-20s %s".formatted(each.name(), String.join(" ", each.actions()))));
            page = house.roles().list(Tenant.MAIN, Optional.of(page.getLast().name()), PAGE);
        }
    }

    private static void holders(House house, String name) {
        if (house.roles().find(Tenant.MAIN, name).isEmpty()) throw RoleTold.unknown();
        var count = new int[1];
        house.holdings().ofRole(Tenant.MAIN, name, holding -> {
            count[0]++;
            System.out.println("%-43s %s"
                    .formatted(holding.holder().name(), holding.reach().words()));
        });
        if (count[0] == 0) System.out.println("Nobody holds it; see `./gatehouse role give --help`.");
    }
}
