package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Two histories in one database: `shop` (s1 - s2 - s3) and `mail` (m1 - m2 - m3), where m2 depends on s2.
@EachDatabase
class BranchesTest {

    private static final List<Steps> BOTH = List.of(
            table("s1").labelled("shop"),
            table("s2", "s1"),
            table("s3", "s2"),
            table("m1").labelled("mail"),
            table("m2", "m1").dependingOn("s2"),
            table("m3", "m2"));

    private final Database database;
    private final Migrations migrations;

    BranchesTest(TestDatabase on) {
        database = on.open();
        migrations = Migrations.of(database::connect, BOTH);
    }

    private static Steps table(String id, String... parents) {
        return new Steps(
                id,
                List.of(parents),
                op -> op.createTable("table_" + id, column("id", bigint()).notNull(), primaryKey("id")),
                op -> op.dropTable("table_" + id));
    }

    @Test
    void what_is_depended_on_runs_first_and_its_row_gives_way() throws SQLException {
        assertThat(ids(migrations.upgrade("m3"))).containsExactly("s1", "m1", "s2", "m2", "m3");
        assertThat(rows()).containsExactly("m3");
        assertThat(migrations.isAtHead()).isFalse();
        assertThat(migrations.pending("heads")).hasToString("[s2 -> s3, step s3]");

        assertThat(migrations.upgrade("heads").current()).containsExactlyInAnyOrder("m3", "s3");
        assertThat(migrations.isAtHead()).isTrue();
    }

    @Test
    void its_row_comes_back_when_the_dependent_is_undone() throws SQLException {
        migrations.upgrade("m3");

        assertThat(ids(migrations.downgrade("mail@-2"))).containsExactly("m3", "m2");
        assertThat(rows()).containsExactly("m1", "s2");
    }

    @Test
    void the_dependent_is_undone_first() throws SQLException {
        migrations.upgrade("heads");

        assertThat(ids(migrations.downgrade("s1"))).containsExactly("m3", "m2", "s3", "s2");
        assertThat(rows()).containsExactly("m1", "s1");
        assertThat(tables()).containsExactly("table_m1", "table_s1");
    }

    @Test
    void a_branch_moves_by_itself() throws SQLException {
        migrations.upgrade("shop@+1");
        migrations.upgrade("mail@+1");
        assertThat(rows()).containsExactly("m1", "s1");
        migrations.upgrade("shop@head");
        assertThat(rows()).containsExactly("m1", "s3");
        migrations.downgrade("shop@base");
        assertThat(rows()).containsExactly("m1");
        assertThat(tables()).containsExactly("table_m1");
    }

    @Test
    void counting_from_several_rows_needs_a_branch_and_nothing_runs_without() throws SQLException {
        migrations.upgrade("s1");
        migrations.upgrade("m1");

        refused(
                "Ambiguous: '+1' could start at m1 or s1; name the branch, as in label@+1",
                () -> migrations.upgrade("+1"));
        refused(
                "Ambiguous: '-1' could start at m1 or s1; name the branch, as in label@-1",
                () -> migrations.downgrade("-1"));
        refused("shop@+3 is too far: only 2 revisions lie that way", () -> migrations.upgrade("shop@+3"));
        refused("No such branch: 'post'", () -> migrations.upgrade("post@head"));
        refused("Revision s1 is not a member of branch 'mail'", () -> migrations.downgrade("mail@s1"));
        assertThat(rows()).containsExactly("m1", "s1");
    }

    @Test
    void head_means_one_branch_while_there_are_two() {
        refused(
                "Multiple head revisions are present for given argument 'head': s3, m3; name one, narrow it as in label@head, or say heads for all",
                () -> migrations.upgrade("head"));
    }

    @Test
    void a_stamp_moves_the_rows_and_touches_nothing_else() throws SQLException {
        assertThat(migrations.stamp(List.of("heads"), false)).hasToString("<base> -> m3, s3");
        assertThat(rows()).containsExactly("m3", "s3");
        assertThat(tables()).isEmpty();

        assertThat(migrations.stamp(List.of("mail@base"), false)).hasToString("m3, s3 -> s3");
        assertThat(migrations.stamp(List.of("m1", "s1"), false)).hasToString("s3 -> m1, s1");
        assertThat(migrations.stamp(List.of("shop@head"), false)).hasToString("m1, s1 -> m1, s3");
        assertThat(migrations.stamp(List.of("base"), false)).hasToString("m1, s3 -> <base>");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_stamp_that_is_refused_leaves_the_rows() throws SQLException {
        migrations.stamp(List.of("s1"), false);

        refused("s1 lies below m2: a stamp of m2 means both", () -> migrations.stamp(List.of("s1", "m2"), true));
        refused(
                "'+1' counts steps: a stamp goes to a place, such as a revision or head",
                () -> migrations.stamp(List.of("+1"), true));
        assertThat(rows()).containsExactly("s1");
    }

    @Test
    void purge_takes_away_even_what_nobody_knows() throws SQLException {
        migrations.stamp(List.of("s1"), false);
        run("insert into schema_revision values ('lost')");

        assertThatThrownBy(() -> migrations.stamp(List.of("m1"), false)).hasMessageContaining("revision lost");
        assertThat(migrations.isAtHead()).isFalse();
        assertThat(migrations.stamp(List.of("m1"), true)).hasToString("<base> -> m1");
        assertThat(rows()).containsExactly("m1");
    }

    @Test
    void the_statements_of_a_stamp_do_what_the_stamp_does() throws SQLException {
        for (var sql : migrations.stampSql(List.of("m1", "s1"), Dialect.SQLITE)) run(sql);
        assertThat(rows()).containsExactly("m1", "s1");

        assertThat(migrations.stampSql(List.of("s1:s3"), Dialect.POSTGRES))
                .containsExactly("update schema_revision set revision = 's3' where revision = 's1'");
    }

    @Test
    void a_range_is_walked_without_the_database() {
        assertThat(migrations.between(Direction.UPGRADE, "m1:m2"))
                .hasToString("[<base> -> s1, step s1, s1 -> s2, step s2, m1 -> m2, step m2]");
        assertThat(migrations.between(Direction.UPGRADE, "shop@head")).hasSize(3);
        assertThat(migrations.between(Direction.DOWNGRADE, "m3:mail@base"))
                .hasToString("[m3 -> m2, step m3, m2 -> m1, step m2, m1 -> <base>, step m1]");
        refused(
                "Range revision not allowed: 'm1:m2' names two places, which is for --sql only",
                () -> migrations.upgrade("m1:m2"));
    }

    @Test
    void a_dependency_that_came_later_does_not_confuse_the_rows() throws SQLException {
        var apart = List.of(BOTH.get(0), BOTH.get(1), BOTH.get(3), table("m2", "m1"));
        Migrations.of(database::connect, apart).upgrade("heads");
        assertThat(rows()).containsExactly("m2", "s2");

        migrations.upgrade("heads");
        assertThat(rows()).containsExactly("m3", "s3");
    }

    private static void refused(String message, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(MigrationException.class).hasMessage(message);
    }

    private static List<String> ids(Run run) {
        return run.steps().stream().map(step -> step.revision().id()).toList();
    }

    private Set<String> rows() throws SQLException {
        var rows = new TreeSet<String>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select revision from schema_revision")) {
            while (found.next()) rows.add(found.getString(1));
        }
        return rows;
    }

    private Set<String> tables() throws SQLException {
        var tables = new TreeSet<String>();
        try (var connection = database.connect();
                var found = connection.getMetaData().getTables(null, null, "table\\_%", new String[] {"TABLE"})) {
            while (found.next()) tables.add(found.getString("TABLE_NAME"));
        }
        return tables;
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
