package dev.gatehouse.migrations.command;

import java.util.List;
import picocli.CommandLine;

/// Adds the verbs to a command line.
public final class Verbs {
    private Verbs() {}

    /// Every verb but `init`, on this project.
    public static void addTo(CommandLine command, Project.Source project) {
        command.addSubcommand(new RevisionVerb(project));
        for (var moving : List.of(new UpgradeVerb(project), new DowngradeVerb(project))) {
            // "-1" is a target, not an option.
            command.addSubcommand(new CommandLine(moving).setUnmatchedOptionsArePositionalParams(true));
        }
        command.addSubcommand(new MergeVerb(project));
        command.addSubcommand(new StampVerb(project));
        command.addSubcommand(new CurrentVerb(project));
        command.addSubcommand(new HistoryVerb(project));
    }
}
