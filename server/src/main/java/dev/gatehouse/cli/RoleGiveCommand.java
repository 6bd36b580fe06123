package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.role.Holding;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "give",
        description = "Give somebody a role, everywhere or on one thing.",
        mixinStandardHelpOptions = true)
final class RoleGiveCommand implements Runnable {

    @Parameters(paramLabel = "ROLE", description = "Its name.")
    private String role;

    @Parameters(paramLabel = "SUBJECT", description = Subject.WORDS)
    private String subject;

    @Option(
            names = "--on",
            paramLabel = "TYPE[:ID]",
            description = "On one thing, as document:charter, or on everything of a type; without it, everywhere.")
    private Optional<String> on;

    @Override
    public void run() {
        var reach = RoleTold.reach(on);
        Indoors.with(house -> {
            var holder = Subject.of(house, subject);
            RoleTold.settled(
                    holder.name() + " holds the role " + role + " " + reach.words() + ".",
                    house.holders().give(Tenant.MAIN, new Holding(role, holder, reach), Origin.COMMAND_LINE));
            return null;
        });
    }
}
