package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.group.Grantee;
import dev.gatehouse.group.Group;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Show every group, or who is in one.", mixinStandardHelpOptions = true)
final class GroupListCommand implements Runnable {

    private static final int PAGE = 200;

    @Parameters(paramLabel = "GROUP", arity = "0..1", description = "Its id; then who is in it.")
    private Optional<String> group;

    @Override
    public void run() {
        Indoors.with(house -> {
            group.ifPresentOrElse(
                    id -> members(house, house.groups().find(Tenant.MAIN, id).orElseThrow(GroupTold::unknown)),
                    () -> groups(house));
            return null;
        });
    }

    private static void groups(House house) {
        var page = house.groups().list(Tenant.MAIN, Optional.empty(), Optional.empty(), PAGE);
        if (page.isEmpty()) System.out.println("There is none; see `./gatehouse group create --help`.");
        while (!page.isEmpty()) {
            page.forEach(each -> System.out.println("%-36s %s".formatted(each.id(), each.name())));
            page = house.groups()
                    .list(
                            Tenant.MAIN,
                            Optional.empty(),
                            Optional.of(page.getLast().id()),
                            PAGE);
        }
    }

    private static void members(House house, Group group) {
        var page = house.members().list(group, Optional.empty(), PAGE);
        if (page.isEmpty()) System.out.println("Nobody is in it; see `./gatehouse group add --help`.");
        while (!page.isEmpty()) {
            page.stream().map(Grantee::name).forEach(System.out::println);
            page = house.members().list(group, Optional.of(page.getLast()), PAGE);
        }
    }
}
