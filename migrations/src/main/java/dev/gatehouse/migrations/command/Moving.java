package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.Loss;
import dev.gatehouse.migrations.Plan;
import dev.gatehouse.migrations.Step;
import dev.gatehouse.migrations.Step.Direction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `upgrade` and `downgrade` have in common: to run, to show what would run, or to write it down.
final class Moving {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Mixin
    private Answer answer;

    @ArgGroup
    private Instead instead;

    /// What is done in place of running.
    private static final class Instead {
        @Option(names = "--sql", description = "Print one SQL script for the range A:B; no database is opened.")
        private boolean sql;

        @Option(names = "--plan", description = "Show the steps, their SQL, locks and losses; nothing runs.")
        private boolean plan;
    }

    @Option(
            names = "--dialect",
            paramLabel = "sqlite|postgres",
            converter = DialectName.class,
            description = "With --sql: the database that will run the script, if not the project's own.")
    private Dialect dialect;

    @Option(names = "--destroy-data", description = "Let steps take data away.")
    private boolean destroyData;

    int run(Project.Source source, Direction direction, String asked) {
        var target = Told.target(verb, asked);
        var isSql = instead != null && instead.sql;
        if (dialect != null && !isSql) {
            throw new ParameterException(verb.commandLine(), "--dialect goes with --sql");
        }
        var project = source.open();
        if (isSql) write(project, direction, target);
        else if (instead != null && instead.plan) show(project.migrations().plan(direction, target));
        else move(project, direction, target);
        return 0;
    }

    private void write(Project project, Direction direction, String range) {
        var spoken = Optional.ofNullable(dialect).orElse(project.dialect());
        var script = project.migrations().script(direction, range, spoken, destroyData);
        answer.line(script.stripTrailing());
        answer.document(Map.of("dialect", word(spoken), "sql", script));
    }

    private void show(Plan plan) {
        PlanInWords.lines(plan).forEach(answer::line);
        answer.document(PlanInWords.document(plan));
    }

    private void move(Project project, Direction direction, String target) {
        var report = new Report();
        var progress = answer.isJson() ? report : new Told(answer.out());
        var migrations = project.migrations().progress(progress);
        var run = direction == Direction.UPGRADE
                ? migrations.upgrade(target, destroyData)
                : migrations.downgrade(target, destroyData);
        if (!answer.isJson()) Told.outcome(answer.out(), migrations, run);
        answer.document(report.document(run));
    }

    static Map<String, Object> document(Step step) {
        var document = new LinkedHashMap<String, Object>();
        document.put("direction", word(step.direction()));
        document.put("revision", step.revision().id());
        document.put("message", step.revision().message());
        document.put("before", step.before().stream().sorted().toList());
        document.put("after", step.after().stream().sorted().toList());
        return document;
    }

    static Map<String, Object> document(Loss loss) {
        var document = new LinkedHashMap<String, Object>();
        document.put("table", loss.table());
        document.put("column", loss.column().isEmpty() ? null : loss.column());
        document.put("rows", loss.rows());
        return document;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
