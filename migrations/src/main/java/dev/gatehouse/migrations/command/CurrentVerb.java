package dev.gatehouse.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `current`
@Command(name = "current", description = "Show the revision that the database stands at.")
final class CurrentVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    CurrentVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var migrations = project.open().migrations();
        out.println(Told.standing(migrations, migrations.current()));
        out.flush();
        return 0;
    }
}
