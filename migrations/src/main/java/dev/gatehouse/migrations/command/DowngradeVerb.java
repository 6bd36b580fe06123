package dev.gatehouse.migrations.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `downgrade -1`
@Command(name = "downgrade", description = "Go back to an earlier revision.")
final class DowngradeVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TARGET", description = "base, -N, a revision or the beginning of one.")
    private String target;

    @Option(names = "--destroy-data", description = "Let steps take data away.")
    private boolean destroyData;

    DowngradeVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var migrations = project.open().migrations().progress(new Told(out));
        Told.outcome(out, migrations, migrations.downgrade(Told.target(spec, target), destroyData));
        return 0;
    }
}
