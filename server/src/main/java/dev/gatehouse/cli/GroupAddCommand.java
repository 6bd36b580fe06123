package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add somebody to a group.", mixinStandardHelpOptions = true)
final class GroupAddCommand implements Runnable {

    @Parameters(paramLabel = "GROUP", description = "Its id.")
    private String group;

    @Parameters(paramLabel = "SUBJECT", description = "person:ID, client:ID, or group:ID for all who are in it.")
    private String subject;

    @Override
    public void run() {
        var member = GroupTold.member(subject);
        GroupTold.settled(
                member.name() + " is in " + group + ".",
                Indoors.with(house -> house.members().add(Tenant.MAIN, group, member, Origin.COMMAND_LINE)));
    }
}
