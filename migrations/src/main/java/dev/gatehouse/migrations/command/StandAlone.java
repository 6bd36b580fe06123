package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.shape.MigrationException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The verbs over a folder that `init` made: migrations for any Java project, without a build.
@Command(
        name = "migrations",
        description = "A schema's history in small steps, each with its way back.",
        mixinStandardHelpOptions = true)
public final class StandAlone {

    private final Map<String, String> environment;

    @Option(
            names = {"-c", "--config", "--project"},
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description = "The project's folder or its migrations.properties; otherwise the working directory.")
    private Path place = Path.of("");

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Print where in the program an error came from.")
    private boolean trace;

    private StandAlone(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @param environment variables for `${NAME}` in the settings; `System.getenv()` as a rule
    public static CommandLine commandLine(Map<String, String> environment) {
        var root = new StandAlone(environment);
        var command = new CommandLine(root);
        command.addSubcommand(new InitVerb());
        Verbs.addTo(command, root::project);
        return command.setExecutionExceptionHandler((failure, where, _) -> root.tell(failure, where));
    }

    private Project project() {
        return ProjectFolder.open(place, environment);
    }

    private int tell(Exception failure, CommandLine where) {
        var err = where.getErr();
        err.println(failure instanceof MigrationException ? failure.getMessage() : "unexpected: " + failure);
        if (trace) failure.printStackTrace(err);
        err.flush();
        return 1;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }
}
