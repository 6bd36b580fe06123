package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take somebody out of a group.", mixinStandardHelpOptions = true)
final class GroupRemoveCommand implements Runnable {

    @Parameters(paramLabel = "GROUP", description = "Its id.")
    private String group;

    @Parameters(paramLabel = "SUBJECT", description = "person:ID, client:ID or group:ID.")
    private String subject;

    @Override
    public void run() {
        var member = GroupTold.member(subject);
        GroupTold.settled(
                member.name() + " is not in " + group + " itself.",
                Indoors.with(house -> house.members().remove(Tenant.MAIN, group, member, Origin.COMMAND_LINE)));
    }
}
