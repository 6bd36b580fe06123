package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.role.Role;
import dev.gatehouse.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "define",
        description = "Define a role, or define it anew: who holds it stays.",
        mixinStandardHelpOptions = true)
final class RoleDefineCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "ROLE", description = "Its name, as editor.")
    private String role;

    @Parameters(index = "1..*", paramLabel = "ACTION", description = "What it allows, in your own words: read, write.")
    private List<String> actions = List.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private Optional<String> description;

    @Override
    public void run() {
        Role.fault(role, actions).ifPresent(fault -> {
            throw new CommandFailure(fault);
        });
        RoleTold.settled(
                "The role " + role + " allows " + (actions.isEmpty() ? "nothing" : String.join(", ", actions)) + ".",
                Indoors.with(
                        house -> house.roles().define(Tenant.MAIN, role, description, actions, Origin.COMMAND_LINE)));
    }
}
