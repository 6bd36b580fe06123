package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.group.Grantee;
import dev.gatehouse.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "of",
        description = "Show which roles somebody holds and where, himself or by a group.",
        mixinStandardHelpOptions = true)
final class RoleOfCommand implements Runnable {

    private static final int MOST_GROUPS = 10_000;

    @Parameters(paramLabel = "SUBJECT", description = Subject.WORDS)
    private String subject;

    @Override
    public void run() {
        Indoors.with(house -> {
            tell(house, Subject.of(house, subject));
            return null;
        });
    }

    private static void tell(House house, Grantee somebody) {
        var lines = new ArrayList<String>();
        house.holdings().by(Tenant.MAIN, holders(house, somebody), holding -> {
            var by = holding.holder().equals(somebody)
                    ? ""
                    : ", by " + holding.holder().name();
            lines.add("%-20s %s%s".formatted(holding.role(), holding.reach().words(), by));
        });
        if (lines.isEmpty()) System.out.println(somebody.name() + " holds none.");
        lines.forEach(System.out::println);
    }

    private static List<Grantee> holders(House house, Grantee somebody) {
        var holders = new ArrayList<>(List.of(somebody));
        house.memberships()
                .of(Tenant.MAIN, somebody, MOST_GROUPS)
                .orElseThrow(() -> new CommandFailure("There are more than " + MOST_GROUPS
                        + " groups; `./gatehouse role list ROLE` shows the holders of one role."))
                .forEach(group -> holders.add(Grantee.ofUser(group)));
        return holders;
    }
}
