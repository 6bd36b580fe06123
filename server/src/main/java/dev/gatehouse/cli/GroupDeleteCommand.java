package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Remove a group, with all that its members may by it.",
        mixinStandardHelpOptions = true)
final class GroupDeleteCommand implements Runnable {

    @Parameters(paramLabel = "GROUP", description = "Its id.")
    private String id;

    @Override
    public void run() {
        GroupTold.outcome(
                "Removed", Indoors.with(house -> house.groups().remove(Tenant.MAIN, id, Origin.COMMAND_LINE)));
    }
}
