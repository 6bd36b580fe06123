package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Plan.Effect;
import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.engine.Touch.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@EachDatabase
class PlanTest {

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("account", column("id", bigint()).notNull(), column("nick", text()), primaryKey("id"));
                op.sql("insert into account values (1, 'al'), (2, 'bo'), (3, null)");
            },
            op -> op.dropTable("account"));
    private static final Steps CHANGES = Steps.after(
            GROUND,
            "b2",
            op -> {
                op.addUnique("account", unique("uq_account_nick", "nick"));
                op.sql("update account set nick = 'x' where id = 3; update account set nick = 'y' where id = 3");
                op.moveRows(_ -> {});
            },
            op -> {
                op.dropUnique("account", "uq_account_nick");
                op.dropColumn("account", "nick");
            });

    private final Database database;
    private final Migrations migrations;

    PlanTest(TestDatabase on) {
        database = on.open();
        migrations = Migrations.of(database::connect, List.of(GROUND, CHANGES));
    }

    @Test
    void a_plan_says_what_is_locked_and_how_many_rows_are_worked_on() throws SQLException {
        migrations.upgrade("a1");
        analyze();

        var statements =
                migrations.plan(Direction.UPGRADE, "head").steps().getFirst().statements();
        var worked = statements.stream()
                .flatMap(statement -> statement.effects().stream())
                .toList();

        assertThat(worked)
                .containsExactly(
                        database.dialect() == Dialect.SQLITE
                                ? new Effect("account", "", Rows.REWRITTEN, OptionalLong.of(3))
                                : new Effect("account", "ACCESS EXCLUSIVE", Rows.READ, OptionalLong.of(3)));
        assertThat(statements.stream().filter(one -> !one.isJudged()).map(Plan.Statement::sql))
                .as("text with several statements, and Java code")
                .containsExactly(
                        "update account set nick = 'x' where id = 3; update account set nick = 'y' where id = 3",
                        "-- rows moved by Java code");
        assertThat(migrations.current()).as("nothing ran").containsExactly("a1");
    }

    @Test
    void a_plan_says_what_would_be_lost() {
        migrations.upgrade("head");

        var plan = migrations.plan(Direction.DOWNGRADE, "base");

        assertThat(plan.steps().getFirst().losses()).containsExactly(new Loss("account", "nick", 3));
        assertThat(plan.steps().getLast().losses()).containsExactly(new Loss("account", "", 3));
        assertThat(migrations.current()).as("nothing ran").containsExactly("b2");
    }

    @Test
    void a_table_that_is_not_there_yet_has_no_rows_to_tell_of() {
        var plan = migrations.plan(Direction.UPGRADE, "head");

        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.steps().getLast().statements())
                .flatExtracting(Plan.Statement::effects)
                .extracting(Effect::count)
                .containsOnly(OptionalLong.empty());
        assertThat(migrations.current()).isEmpty();
    }

    @Test
    void where_there_is_nothing_to_do_a_plan_is_empty() {
        migrations.upgrade("head");

        assertThat(migrations.plan(Direction.UPGRADE, "head").steps()).isEmpty();
    }

    /// PostgreSQL's estimate comes from its last look at the table.
    private void analyze() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze account");
        }
    }
}
