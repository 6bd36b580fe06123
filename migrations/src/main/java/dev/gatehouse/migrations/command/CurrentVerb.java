package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `current`. It only reads: not even the version table is made.
@Command(name = "current", description = "Show the revision that the database stands at.")
final class CurrentVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say all that is known of it.")
    private boolean verbose;

    @Option(names = "--check-heads", description = "Exit code 1 unless the database is at every head.")
    private boolean checkHeads;

    CurrentVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var migrations = here.migrations();
        var rows = migrations.current();
        var revisions = known(migrations, rows);
        var isAtHead = migrations.graph().withAncestors(rows).size()
                == migrations.graph().inOrder().size();
        if (checkHeads && !isAtHead && !answer.isJson()) {
            throw new MigrationException("Database is not on all head revisions: it stands at %s"
                    .formatted(rows.isEmpty() ? "<base>" : String.join(", ", rows)));
        }
        tell(Details.of(here, Set.of()), revisions);
        answer.document(() -> document(Details.of(here, Set.of()), revisions, isAtHead));
        return checkHeads && !isAtHead ? 1 : 0;
    }

    private void tell(Details details, List<Revision> revisions) {
        if (revisions.isEmpty()) answer.line("<base>");
        for (var revision : revisions) {
            if (verbose) details.tell(answer, revision);
            else answer.line(details.shown().name(revision));
        }
    }

    private static Map<String, Object> document(Details details, List<Revision> revisions, boolean isAtHead) {
        var document = new LinkedHashMap<String, Object>();
        document.put("current", revisions.stream().map(Revision::id).toList());
        document.put("at_head", isAtHead);
        document.put("revisions", revisions.stream().map(details::document).toList());
        return document;
    }

    /// The revisions of these rows; a row that no revision has is named.
    static List<Revision> known(Migrations migrations, Set<String> rows) {
        for (var row : rows) {
            if (migrations.graph().contains(row)) continue;
            throw new MigrationException(
                    "Can't locate revision identified by '%s', at which the database stands: is the program older than its database?"
                            .formatted(row));
        }
        return migrations.history().stream()
                .filter(revision -> rows.contains(revision.id()))
                .toList();
    }
}
