package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "give",
        description = "Give somebody a role, everywhere or on one thing.",
        mixinStandardHelpOptions = true)
final class RoleGiveCommand implements Runnable {

    @Mixin
    private HoldingOptions options;

    @Override
    public void run() {
        Indoors.with(house -> {
            var holding = options.holding(house);
            RoleTold.settled(
                    RoleTold.sentence(holding, "holds the role") + ".",
                    house.holders().give(Tenant.MAIN, holding, Origin.COMMAND_LINE));
            return null;
        });
    }
}
