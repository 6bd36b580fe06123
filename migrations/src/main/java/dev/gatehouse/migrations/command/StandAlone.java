package dev.gatehouse.migrations.command;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The verbs over a folder that `init` made: migrations for any Java project, without a build.
@Command(
        name = "migrations",
        description = "A schema's history in small steps, each with its way back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for check: no differences",
            "1:refused, failed, or (check, current --check-heads) different",
            "2:called wrongly"
        })
public final class StandAlone {

    private final Map<String, String> environment;

    @Option(
            names = {"-c", "--config", "--project"},
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description = "The project's folder or its migrations.properties; otherwise the working directory.")
    private Path place = Path.of("");

    private StandAlone(Map<String, String> environment) {
        this.environment = environment;
    }

    /// A command line of its own.
    ///
    /// @param environment variables for `${NAME}` in the settings; `System.getenv()` as a rule
    public static CommandLine commandLine(Map<String, String> environment) {
        var command = verbs(environment);
        command.getCommandSpec()
                .addOption(OptionSpec.builder("--trace")
                        .description("Print where in the program an error came from.")
                        .scopeType(ScopeType.INHERIT)
                        .build());
        var explaining = new Explaining();
        return command.setExecutionExceptionHandler(explaining).setParameterExceptionHandler(explaining);
    }

    /// Adds the verbs `init` and `migrations` to the command line of a program that has an inherited `--trace` of its
    /// own and says what went wrong by [Explaining].
    public static void addTo(CommandLine command, Map<String, String> environment) {
        command.addSubcommand(new InitVerb(environment));
        command.addSubcommand(verbs(environment));
    }

    private static CommandLine verbs(Map<String, String> environment) {
        var root = new StandAlone(environment);
        var command = new CommandLine(root);
        command.addSubcommand(new InitVerb(environment));
        Verbs.addTo(command, root::project);
        return command;
    }

    private Project project() {
        return ProjectFolder.open(place, environment);
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }
}
