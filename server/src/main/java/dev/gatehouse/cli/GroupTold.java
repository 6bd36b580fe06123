package dev.gatehouse.cli;

import dev.gatehouse.group.GroupChange;
import dev.gatehouse.group.Membership;
import dev.gatehouse.relation.ChangeFault;
import java.util.stream.Collectors;

/// What became of groups, in words for whoever typed the command.
final class GroupTold {

    private GroupTold() {}

    static void outcome(String did, GroupChange outcome) {
        switch (outcome) {
            case GroupChange.Done(var group) -> System.out.println(did + " the group " + group.id() + ".");
            case GroupChange.NoSuchGroup _ -> throw unknown();
            case GroupChange.NameTaken _ -> throw new CommandFailure("Another group has this name. Choose another.");
            case GroupChange.IdTaken _ -> throw new CommandFailure("Another group has this id. Choose another.");
            case GroupChange.Refused(var why) -> throw new CommandFailure(why);
        }
    }

    static void settled(String settled, Membership outcome) {
        switch (outcome) {
            case Membership.Settled _ -> System.out.println(settled);
            case Membership.NoSuchGroup _ -> throw unknown();
            case Membership.NoSuchSubject _ -> throw new CommandFailure("No account, client or group has this id.");
            case Membership.Circle _ -> throw new CommandFailure("The one group is in the other already.");
            case Membership.TooDeep(var most) ->
                throw new CommandFailure("At most " + most + " groups may stand one in another.");
            case Membership.NotInModel(var faults) ->
                throw new CommandFailure("The model does not allow it: "
                        + faults.stream().map(ChangeFault::message).collect(Collectors.joining("; ")));
        }
    }

    static CommandFailure unknown() {
        return new CommandFailure("No group has this id; see `./gatehouse group list`.");
    }
}
