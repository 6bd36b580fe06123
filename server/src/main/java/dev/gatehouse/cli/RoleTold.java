package dev.gatehouse.cli;

import dev.gatehouse.relation.ChangeFault;
import dev.gatehouse.role.Holding;
import dev.gatehouse.role.RoleChange;
import java.util.stream.Collectors;

/// What became of roles, in words for whoever typed the command.
final class RoleTold {

    private RoleTold() {}

    static void settled(String settled, RoleChange outcome) {
        switch (outcome) {
            case RoleChange.Settled _ -> System.out.println(settled);
            case RoleChange.NoSuchRole _ -> throw unknown();
            case RoleChange.NoSuchSubject _ -> throw new CommandFailure("No account, client or group has this id.");
            case RoleChange.NotInModel(var faults) ->
                throw new CommandFailure("The model does not allow it: "
                        + faults.stream().map(ChangeFault::message).collect(Collectors.joining("; ")));
        }
    }

    static String sentence(Holding holding, String how) {
        return holding.holder().name() + " " + how + " " + holding.role() + " "
                + holding.reach().words();
    }

    static CommandFailure unknown() {
        return new CommandFailure("No role has this name; see `./gatehouse role list`.");
    }
}
