package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Revision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `show head`
@Command(name = "show", description = "Say all that is known of revisions.")
final class ShowVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    @Parameters(
            paramLabel = "REV",
            arity = "1..*",
            description = "A revision or the beginning of one, head, heads, label@head, or current.")
    private List<String> targets;

    ShowVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var details = Details.of(here, Set.of());
        var revisions = targets.stream()
                .flatMap(target -> find(here.migrations(), target).stream())
                .distinct()
                .toList();
        revisions.forEach(revision -> details.tell(answer, revision));
        answer.document(() ->
                Map.of("revisions", revisions.stream().map(details::document).toList()));
        return 0;
    }

    private static List<Revision> find(Migrations migrations, String target) {
        return target.equals("current")
                ? CurrentVerb.known(migrations, migrations.current())
                : migrations.graph().find(target);
    }
}
