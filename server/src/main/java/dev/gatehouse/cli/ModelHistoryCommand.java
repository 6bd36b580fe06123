package dev.gatehouse.cli;

import dev.gatehouse.model.StoredModel;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "history", description = "Show every version, the newest first.", mixinStandardHelpOptions = true)
final class ModelHistoryCommand implements Runnable {

    private static final int PAGE = 200;

    @Override
    public void run() {
        Indoors.with(house -> {
            var page = house.models().history(Tenant.MAIN, Optional.empty(), PAGE);
            if (page.isEmpty()) System.out.println("None was written yet; see `./gatehouse model write --help`.");
            while (!page.isEmpty()) {
                page.forEach(version -> System.out.println(line(version)));
                page = house.models()
                        .history(Tenant.MAIN, Optional.of(page.getLast().id()), PAGE);
            }
            return null;
        });
    }

    private static String line(StoredModel.Version version) {
        return "%s  %s  %s"
                .formatted(
                        version.id(), version.createdAt(), version.createdBy().orElse("-"));
    }
}
