package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.DataLossException;
import dev.gatehouse.migrations.Loss;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong: one line on standard error, or, to whoever asked for `--json`, one document on standard
/// output, so that a machine reads one place whatever happens and knows a failure by its key `error`. The exit code
/// is 1, or 2 for a wrong call.
///
/// Where in the program an error came from is shown with `--trace`, if the command line has that option.
public final class Explaining implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine where, ParseResult call) {
        tell(where, failure, wordsOf(failure));
        return FAILED;
    }

    /// A call that cannot be understood, with the word that it may have meant.
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var where = wrong.getCommandLine();
        if (Arrays.asList(arguments).contains("--json")) {
            Answer.write(where.getOut(), Map.of("error", wrong.getMessage(), "reason", "wrong call"));
            return WRONG_CALL;
        }
        var err = where.getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.printf("`%s --help` says more.%n", where.getCommandSpec().qualifiedName());
        err.flush();
        return WRONG_CALL;
    }

    /// @param message what is said in place of the failure's own words
    public static void tell(CommandLine where, Exception failure, String message) {
        if (asked(where, "--trace")) failure.printStackTrace(where.getErr());
        if (asked(where, "--json")) {
            Answer.write(where.getOut(), document(failure, message));
        } else {
            where.getErr().println(message);
        }
        where.getErr().flush();
    }

    private static String wordsOf(Exception failure) {
        return failure instanceof MigrationException
                ? failure.getMessage()
                : "unexpected: %s; --trace says where".formatted(failure);
    }

    private static boolean asked(CommandLine where, String option) {
        for (var at = where; at != null; at = at.getParent()) {
            if (at.getParseResult() != null && at.getParseResult().hasMatchedOption(option)) return true;
        }
        return false;
    }

    private static Map<String, Object> document(Exception failure, String message) {
        var document = new LinkedHashMap<String, Object>();
        document.put("error", message);
        document.put("reason", failure instanceof MigrationException ? reason(failure) : "failure");
        if (failure instanceof DataLossException loss) document.put("losses", losses(loss));
        return document;
    }

    private static String reason(Exception refusal) {
        return refusal instanceof DataLossException ? "data loss" : "refused";
    }

    private static List<Map<String, Object>> losses(DataLossException refusal) {
        return refusal.losses().stream().map(Explaining::document).toList();
    }

    private static Map<String, Object> document(Loss loss) {
        var document = new LinkedHashMap<String, Object>();
        document.put("table", loss.table());
        document.put("column", loss.column().isEmpty() ? null : loss.column());
        document.put("rows", loss.rows());
        return document;
    }
}
