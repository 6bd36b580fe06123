package dev.gatehouse.migrations.command;

import java.util.List;
import picocli.CommandLine;

/// Adds the verbs to a command line.
///
/// ```java
/// var line = new CommandLine(new MyProgram());
/// Verbs.addTo(line, () -> new Project(migrations, () -> tables, folder, Dialect.POSTGRES));
/// line.setExecutionExceptionHandler(new Explaining()).setParameterExceptionHandler(new Explaining());
/// ```
public final class Verbs {
    private Verbs() {}

    /// Every verb but `init`, on this project. The project is opened when a verb runs.
    ///
    /// [Explaining] tells failures in one line, as documented; a program with failures of its own to tell calls
    /// [Explaining#tell] from its own handler.
    public static void addTo(CommandLine command, Project.Source project) {
        command.addSubcommand(new RevisionVerb(project));
        addReaders(command, () -> project.open().found());
    }

    /// All but `revision`, which may be the first and then makes the folder.
    private static void addReaders(CommandLine command, Project.Source project) {
        for (var moving : List.of(new UpgradeVerb(project), new DowngradeVerb(project))) {
            // "-1" is a target, not an option.
            command.addSubcommand(new CommandLine(moving).setUnmatchedOptionsArePositionalParams(true));
        }
        command.addSubcommand(new CheckVerb(project));
        command.addSubcommand(new MergeVerb(project));
        command.addSubcommand(new StampVerb(project));
        command.addSubcommand(new CurrentVerb(project));
        command.addSubcommand(new HistoryVerb(project));
        command.addSubcommand(new ShowVerb(project));
        command.addSubcommand(new HeadsVerb(project));
        command.addSubcommand(new BranchesVerb(project));
    }
}
