package dev.gatehouse.cli;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.permissions.check.Explanation;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.QuestionRules;
import dev.gatehouse.permissions.check.Verdict;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.tenant.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./gatehouse check OBJECT RELATION USER`: the same word as for the schema, told apart by what follows it.
@Command(
        name = CheckPermissionCommand.NAME,
        description = {
            "Ask whether a user has a relation to an object; also written `check OBJECT RELATION USER`.",
            "Exit code 0: yes, 1: no, 2: it could not be asked."
        },
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class CheckPermissionCommand implements Callable<Integer> {

    static final String NAME = "check-permission";

    @Parameters(index = "0", paramLabel = "OBJECT", description = "TYPE:ID, as document:charter.")
    private String object;

    @Parameters(index = "1", paramLabel = "RELATION", description = "Of the type of the object.")
    private String relation;

    @Parameters(
            index = "2",
            paramLabel = "USER",
            description = "TYPE:ID, TYPE:ID#RELATION or TYPE:*; a person also by e-mail address, bob@example.com.")
    private String user;

    @Option(names = "--why", description = "Show the path that allowed, or where each branch ended.")
    private boolean why;

    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE",
            description = "A value for the conditions; may be given more than once.")
    private Map<String, String> context = Map.of();

    /// The words of `check OBJECT RELATION USER` under the name by which this command is found. The schema's
    /// `check` takes options only, and not these: whoever says more asks a question, and is told by us what
    /// is wrong with it.
    static String[] told(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("check")) return arguments;
        var isQuestion = Arrays.stream(arguments)
                .skip(1)
                .anyMatch(word -> !word.startsWith("-") || word.equals("--why") || word.startsWith("--context"));
        if (!isQuestion) return arguments;
        var told = arguments.clone();
        told[0] = NAME;
        return told;
    }

    @Override
    public Integer call() {
        var occasion = new Occasion(Tenant.MAIN, Optional.empty(), new Consistency.FullyUpToDate(), List.of());
        var answer = Indoors.with(house -> {
            var question = new Question(Subject.user(house, user), relation, object, Map.copyOf(context));
            return house.questions().ask(occasion, asked -> explain(asked, question));
        });
        if (!(answer instanceof QuestionResult.Given<Explanation>(var explanation, var _)))
            throw new CommandFailure("There is no model to ask.");
        System.out.print(why ? explanation.tree() : word(explanation) + "\n");
        return explanation.verdict() == Verdict.ALLOWED ? 0 : 1;
    }

    private static Explanation explain(Permissions permissions, Question question) {
        var faults = new QuestionRules(permissions.model()).judge(question);
        if (!faults.isEmpty())
            throw new CommandFailure(
                    faults.stream().map(QuestionRules.Fault::why).collect(Collectors.joining(System.lineSeparator())));
        return permissions.explain(question);
    }

    private static String word(Explanation explanation) {
        return switch (explanation.verdict()) {
            case ALLOWED -> "yes";
            case DENIED, CYCLE -> "no";
            case UNDECIDED -> "no: it cannot be decided; --why says what is missing";
        };
    }
}
