package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Remove a role, and take it from everybody.", mixinStandardHelpOptions = true)
final class RoleDeleteCommand implements Runnable {

    @Parameters(paramLabel = "ROLE", description = "Its name.")
    private String role;

    @Override
    public void run() {
        RoleTold.settled(
                "Removed the role " + role + ".",
                Indoors.with(house -> house.roles().remove(Tenant.MAIN, role, Origin.COMMAND_LINE)));
    }
}
