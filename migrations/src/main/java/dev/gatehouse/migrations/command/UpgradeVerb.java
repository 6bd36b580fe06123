package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Step.Direction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `upgrade head`
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Moving moving;

    @Parameters(
            paramLabel = "TARGET",
            description = "head, heads, +N, a revision or the beginning of one; A:B with --sql.")
    private String target;

    UpgradeVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        return moving.run(project, Direction.UPGRADE, target);
    }
}
