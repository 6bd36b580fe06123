package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Step.Direction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `downgrade -1`
@Command(name = "downgrade", description = "Go back to an earlier revision.")
final class DowngradeVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Moving moving;

    @Parameters(paramLabel = "TARGET", description = "base, -N, a revision or the beginning of one; A:B with --sql.")
    private String target;

    DowngradeVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        return moving.run(project, Direction.DOWNGRADE, target);
    }
}
