package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `history`, `history -r current:head`. The database is asked only where that is needed.
@Command(name = "history", description = "List the revisions, newest first.")
final class HistoryVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description =
                    "Only from A to B, both included; A: and :B leave an end open. A revision, head, base, current, or +N and -N from the other end.")
    private String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark where the database stands.")
    private boolean indicateCurrent;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say all that is known of each.")
    private boolean verbose;

    HistoryVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var migrations = here.migrations();
        var current = asksTheDatabase() ? migrations.current() : Set.<String>of();
        var revisions = range == null ? migrations.history() : range(migrations, current);
        var details = Details.of(here, indicateCurrent ? current : Set.of());
        for (var revision : revisions) {
            if (verbose) details.tell(answer, revision);
            else answer.line(details.shown().line(revision));
        }
        answer.document(() ->
                Map.of("revisions", revisions.stream().map(details::document).toList()));
        return 0;
    }

    private boolean asksTheDatabase() {
        return indicateCurrent || range != null && List.of(range.split(":")).contains("current");
    }

    private List<Revision> range(Migrations migrations, Set<String> current) {
        var ends = range.split(":", -1);
        if (ends.length != 2) {
            throw new MigrationException(
                    "'%s' is no range: History range requires [start]:[end], [start]:, or :[end]".formatted(range));
        }
        if (List.of(ends).contains("current")) CurrentVerb.known(migrations, current);
        return migrations.graph().range(ends[0], ends[1], current);
    }
}
