package dev.gatehouse.cli;

import dev.gatehouse.Version;
import dev.gatehouse.migrations.command.Explaining;
import dev.gatehouse.migrations.command.StandAlone;
import dev.gatehouse.migrations.command.Verbs;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command and its verbs.
@Command(
        name = "gatehouse",
        mixinStandardHelpOptions = true,
        versionProvider = Gatehouse.Numbers.class,
        description = "Who are you, and what may you do: accounts, sign-in and permissions in one server.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for check: no differences, or yes",
            "1:refused, failed, or (check, current --check-heads) different, or no",
            "2:called wrongly; for check OBJECT RELATION USER also failed",
            "78:the settings are not usable"
        },
        subcommands = {
            ServeCommand.class,
            DoctorCommand.class,
            SecretCommand.class,
            AccountCommand.class,
            ClientCommand.class,
            GroupCommand.class,
            RoleCommand.class,
            ModelCommand.class,
            CheckPermissionCommand.class,
            KeyCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Gatehouse {

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of a failure, for a bug report.")
    boolean trace;

    /// Kept here because the logging system forgets loggers that nobody holds. The pool tells of every start
    /// and stop.
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private Gatehouse() {}

    /// @return the exit code
    public static int run(String... arguments) {
        POOL.setLevel(Level.WARNING);
        var gatehouse = new Gatehouse();
        if (isPlainServe(arguments)) return serve();
        var line = new CommandLine(gatehouse);
        Verbs.addTo(line, OurHistory::open);
        StandAlone.addTo(line, System.getenv());
        line.getSubcommands()
                .get("check")
                .getCommandSpec()
                .usageMessage()
                .footer("`check OBJECT RELATION USER` asks who may do what: see `check-permission --help`.");
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new VerbGroups());
        return line.setParameterExceptionHandler(new Explaining())
                .setExecutionExceptionHandler((failure, where, _) -> {
                    var excuse = Excuse.of(failure, where.getCommandSpec().exitCodeOnExecutionException());
                    Explaining.tell(where, failure, excuse.message());
                    return excuse.exitCode();
                })
                .execute(CheckPermissionCommand.told(arguments));
    }

    /// The command line is not built where there is nothing to read: it would take a good part of the whole
    /// start.
    private static boolean isPlainServe(String... arguments) {
        return arguments.length == 0 || arguments.length == 1 && arguments[0].equals("serve");
    }

    private static int serve() {
        try {
            new ServeCommand().run();
            return 0;
        } catch (RuntimeException failure) {
            var excuse = Excuse.of(failure, Excuse.FAILED);
            System.err.println(excuse.message());
            return excuse.exitCode();
        }
    }

    static final class Numbers implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Gatehouse " + Version.NUMBER + " on Java " + Runtime.version()};
        }
    }
}
