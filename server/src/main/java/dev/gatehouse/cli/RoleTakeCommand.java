package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.role.Holding;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "take",
        description = "Take a role from somebody; what he holds elsewhere, or by a group, he keeps.",
        mixinStandardHelpOptions = true)
final class RoleTakeCommand implements Runnable {

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
                    holder.name() + " no longer holds the role " + role + " " + reach.words() + " himself.",
                    house.holders().take(Tenant.MAIN, new Holding(role, holder, reach), Origin.COMMAND_LINE));
            return null;
        });
    }
}
