package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take somebody out of a group.", mixinStandardHelpOptions = true)
final class GroupRemoveCommand implements Runnable {

    @Parameters(paramLabel = "GROUP", description = "Its id.")
    private String group;

    @Parameters(paramLabel = "SUBJECT", description = Subject.WORDS)
    private String subject;

    @Override
    public void run() {
        Indoors.with(house -> {
            var member = Subject.of(house, subject);
            GroupTold.settled(
                    member.name() + " is no longer in " + group + " itself.",
                    house.members().remove(Tenant.MAIN, group, member, Origin.COMMAND_LINE));
            return null;
        });
    }
}
