package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "take",
        description = "Take a role from somebody; what he holds elsewhere, or by a group, he keeps.",
        mixinStandardHelpOptions = true)
final class RoleTakeCommand implements Runnable {

    @Mixin
    private HoldingOptions options;

    @Override
    public void run() {
        Indoors.with(house -> {
            var holding = options.holding(house);
            RoleTold.settled(
                    RoleTold.sentence(holding, "no longer holds the role") + " himself.",
                    house.holders().take(Tenant.MAIN, holding, Origin.COMMAND_LINE));
            return null;
        });
    }
}
