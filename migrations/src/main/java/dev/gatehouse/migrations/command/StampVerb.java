package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stamp head`
@Command(name = "stamp", description = "Write down where the database stands, without running anything.")
final class StampVerb implements Callable<Integer> {

    private final Project.Source project;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Answer answer;

    @Parameters(
            paramLabel = "TARGET",
            arity = "1..*",
            description = "head, heads, base, label@head, a revision or the beginning of one; A:B with --sql.")
    private List<String> targets;

    @Option(names = "--purge", description = "Take every row away first, even one that names an unknown revision.")
    private boolean purge;

    @Option(names = "--sql", description = "Print the statements, touch no database.")
    private boolean sql;

    @Option(
            names = "--dialect",
            paramLabel = "sqlite|postgres",
            converter = DialectName.class,
            description = "With --sql: the database that will run the statements, if not the project's own.")
    private Dialect dialect;

    StampVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        targets.forEach(target -> Told.target(spec, target));
        if (dialect != null && !sql) throw new ParameterException(spec.commandLine(), "--dialect goes with --sql");
        if (sql) print(project.open());
        else stamp(project.open());
        return 0;
    }

    private void stamp(Project here) {
        var stamp = here.migrations().stamp(targets, purge);
        answer.line(
                stamp.before().equals(stamp.after())
                        ? "Nothing to do: the database is at " + Told.standing(here.migrations(), stamp.after())
                        : "Running stamp " + stamp);
        answer.document(Map.of("before", new TreeSet<>(stamp.before()), "after", new TreeSet<>(stamp.after())));
    }

    /// One transaction, as a person would run it by hand.
    private void print(Project here) {
        if (purge) throw new MigrationException("Can't use --purge with --sql mode: what would go is not known");
        var statements = here.migrations().stampSql(targets, dialect == null ? here.dialect() : dialect);
        answer.line("begin;");
        statements.forEach(statement -> answer.line(statement + ";"));
        answer.line("commit;");
        answer.document(Map.of("sql", statements));
    }
}
