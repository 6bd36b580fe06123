package dev.gatehouse.cli;

import dev.gatehouse.Version;
import dev.gatehouse.key.KeysDoNotOpen;
import dev.gatehouse.mapper.DatabaseFault;
import dev.gatehouse.migrations.command.StandAlone;
import dev.gatehouse.migrations.command.Verbs;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.settings.BadSettings;
import dev.gatehouse.web.CannotListen;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command and its verbs.
@Command(
        name = "gatehouse",
        mixinStandardHelpOptions = true,
        versionProvider = Gatehouse.Numbers.class,
        description = "Who are you, and what may you do: accounts, sign-in and permissions in one server.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            ServeCommand.class,
            DoctorCommand.class,
            SecretCommand.class,
            AccountCommand.class,
            ClientCommand.class,
            KeyCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Gatehouse {

    private static final int FAILED = 1;

    /// As sysexits.h numbers a fault of configuration.
    private static final int BAD_SETTINGS = 78;

    @Option(names = "--trace", description = "Print the stack trace of a failure, for a bug report; before the verb.")
    boolean trace;

    /// Kept here because the logging system forgets loggers that nobody holds. The pool tells of every start and
    /// stop.
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private Gatehouse() {}

    /// @return the exit code
    public static int run(String... arguments) {
        POOL.setLevel(Level.WARNING);
        var gatehouse = new Gatehouse();
        if (isPlainServe(arguments)) return gatehouse.serve();
        var line = new CommandLine(gatehouse);
        Verbs.addTo(line, OurHistory::open);
        var standAlone = StandAlone.commandLine(System.getenv());
        line.addSubcommand("init", standAlone.getSubcommands().get("init"));
        line.addSubcommand("migrations", standAlone);
        return line.setExecutionExceptionHandler((failure, _, _) -> gatehouse.explain(failure))
                .execute(arguments);
    }

    /// The command line is not built where there is nothing to read: it would take a good part of the whole
    /// start.
    private static boolean isPlainServe(String... arguments) {
        return arguments.length == 0 || arguments.length == 1 && arguments[0].equals("serve");
    }

    private int serve() {
        try {
            new ServeCommand().run();
            return 0;
        } catch (RuntimeException failure) {
            return explain(failure);
        }
    }

    /// What went wrong, in words for whoever typed the command. Only a bug of ours deserves more than a line.
    private int explain(Exception failure) {
        if (trace) failure.printStackTrace(System.err);
        return switch (failure) {
            case BadSettings bad -> {
                System.err.println("The settings are not usable:\n" + bad.getMessage());
                yield BAD_SETTINGS;
            }
            case KeysDoNotOpen locked -> {
                System.err.println(
                        locked.getMessage()
                                + " Give JWT_SECRET_KEY the value that it had before; without it no stored key or password can be used.");
                yield BAD_SETTINGS;
            }
            case CommandFailure _, MigrationException _, CannotListen _, DatabaseFault _, UncheckedIOException _ -> {
                System.err.println(failure.getMessage());
                yield FAILED;
            }
            default -> {
                System.err.println("This should not happen: " + failure
                        + "\nPlease report it with the output of `./gatehouse --trace VERB`.");
                yield FAILED;
            }
        };
    }

    static final class Numbers implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Gatehouse " + Version.NUMBER + " on Java " + Runtime.version()};
        }
    }
}
