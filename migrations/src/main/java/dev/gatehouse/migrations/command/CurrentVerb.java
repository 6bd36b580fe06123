package dev.gatehouse.migrations.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `current`
@Command(name = "current", description = "Show the revision that the database stands at.")
final class CurrentVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    CurrentVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var migrations = project.open().migrations();
        var current = migrations.current();
        answer.line(Told.standing(migrations, current));
        answer.document(Map.of("current", current));
        return 0;
    }
}
