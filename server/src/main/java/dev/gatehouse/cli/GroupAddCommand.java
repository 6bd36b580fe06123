package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "add", description = "Add somebody to a group.", mixinStandardHelpOptions = true)
final class GroupAddCommand implements Runnable {

    @Mixin
    private MemberOptions options;

    @Override
    public void run() {
        Indoors.with(house -> {
            var group = options.group();
            var member = options.member(house);
            GroupTold.settled(
                    member.name() + " is in " + group + ".",
                    house.members().add(Tenant.MAIN, group, member, Origin.COMMAND_LINE));
            return null;
        });
    }
}
