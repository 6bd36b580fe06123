package dev.gatehouse.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `upgrade head`
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", description = "head, heads, +N, a revision or the beginning of one.")
    private String target;

    @Option(names = "--destroy-data", description = "Let steps take data away.")
    private boolean destroyData;

    UpgradeVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var migrations = project.open().migrations().progress(new Told(out));
        Told.outcome(out, migrations, migrations.upgrade(Told.target(spec, target), destroyData));
        return 0;
    }
}
