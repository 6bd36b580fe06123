package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Make a group.", mixinStandardHelpOptions = true)
final class GroupCreateCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "Its name for people, and in the claim `groups`.")
    private String name;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Its name in relationships, which never changes; without one it gets a UUID.")
    private Optional<String> id;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private Optional<String> description;

    @Override
    public void run() {
        GroupTold.outcome(
                "Made",
                Indoors.with(house -> house.groups().create(Tenant.MAIN, id, name, description, Origin.COMMAND_LINE)));
    }
}
