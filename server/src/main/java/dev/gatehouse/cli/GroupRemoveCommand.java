package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "remove", description = "Take somebody out of a group.", mixinStandardHelpOptions = true)
final class GroupRemoveCommand implements Runnable {

    @Mixin
    private MemberOptions options;

    @Override
    public void run() {
        Indoors.with(house -> {
            var group = options.group();
            var member = options.member(house);
            GroupTold.settled(
                    member.name() + " is no longer in " + group + " itself.",
                    house.members().remove(Tenant.MAIN, group, member, Origin.COMMAND_LINE));
            return null;
        });
    }
}
