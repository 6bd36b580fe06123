package dev.gatehouse.migrations.engine;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Progress;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a rebuild must not lose.
class SqliteRebuildTest {

    private final TestDatabase on = new TestDatabase(Dialect.SQLITE);
    private final Database database = on.open();

    /// A revision of this test.
    private record Step(String id, List<String> parents, Consumer<Operations> up) implements Revision {
        @Override
        public String message() {
            return "step " + id;
        }

        @Override
        public void upgrade(Operations op) {
            up.accept(op);
        }

        @Override
        public void downgrade(Operations op) {}
    }

    private static final Step GROUND = new Step("a1", List.of(), op -> {
        op.createTable("tenant", column("id", text()).notNull(), column("name", text()), primaryKey("id"));
        op.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("tenant_id", text()).notNull(),
                column("nick", text()),
                primaryKey("id"),
                foreignKey("fk_account_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(CASCADE),
                index("ix_account_nick", desc("nick")));
        op.sql("insert into tenant values ('main', 'Main')");
        op.sql("insert into account values (1, 'main', 'al'), (2, 'main', 'bo')");
    });

    @AfterEach
    void close() {
        on.close();
    }

    /// A drop of the old table with foreign keys on would delete them all, without a word.
    @Test
    void child_rows_survive_the_rebuild_of_their_parent() throws SQLException {
        upgrade(op -> op.addUnique("tenant", unique("uq_tenant_name", "name")));

        assertThat(ask("select count(*) from account")).isEqualTo("2");
        assertThat(ask("pragma foreign_key_check")).isNull();
        assertThatThrownBy(() -> run("insert into account values (3, 'nobody', 'x')"))
                .as("the reference is still a reference")
                .hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void a_rebuild_that_leaves_a_reference_to_nowhere_is_undone() throws SQLException {
        assertThatThrownBy(() -> upgrade(op -> {
                    op.sql("delete from tenant");
                    op.addUnique("tenant", unique("uq_tenant_name", "name"));
                }))
                .hasMessageContaining(
                        "2 rows of account refer to rows of tenant that would not be there: nothing was changed");
        assertThat(ask("select count(*) from tenant")).isEqualTo("1");
    }

    @Test
    void foreign_keys_are_on_again_afterwards() throws SQLException {
        migrations(op -> op.addUnique("tenant", unique("uq_tenant_name", "name")))
                .upgrade("head");
        try (var connection = database.connect()) {
            var engine = Engine.of(connection);
            engine.lock(connection, "test", Duration.ofSeconds(1), _ -> {}).close();
            assertThat(Counting.count(connection, "pragma foreign_keys")).isOne();
        }
    }

    @Test
    void views_and_triggers_are_carried_along() throws SQLException {
        upgrade(op -> {
            op.sql(Dialect.SQLITE, "create view nicks as select nick from account");
            op.sql(
                    Dialect.SQLITE,
                    "create trigger loud after insert on account begin update account set nick = upper(nick) where id = new.id; end");
            op.sql(
                    Dialect.SQLITE,
                    "create trigger far after insert on tenant begin insert into account values (9, new.id, 'z'); end");
            op.addUnique("account", unique("uq_account_nick", "tenant_id", "nick"));
        });

        run("insert into account values (3, 'main', 'cy')");
        run("insert into tenant values ('other', 'Other')");
        assertThat(ask("select group_concat(nick order by nick) from nicks")).isEqualTo("CY,Z,al,bo");
        assertThat(ask("select count(*) from sqlite_master where name = 'ix_account_nick'"))
                .isEqualTo("1");
    }

    /// SQLite keeps the name of a trigger's table as its author wrote it.
    @Test
    void a_trigger_that_names_its_table_in_capitals_is_carried_along() throws SQLException {
        upgrade(op -> {
            op.sql(
                    Dialect.SQLITE,
                    "create trigger loud after insert on ACCOUNT begin update account set nick = upper(nick) where id = new.id; end");
            op.addUnique("account", unique("uq_account_nick", "tenant_id", "nick"));
        });
        run("insert into account values (3, 'main', 'cy')");
        assertThat(ask("select nick from account where id = 3")).isEqualTo("CY");
    }

    @Test
    void views_on_views_and_triggers_of_views_go_on_working() throws SQLException {
        upgrade(op -> {
            op.sql(Dialect.SQLITE, "create view nicks as select id, nick from account");
            op.sql(Dialect.SQLITE, "create view few as select nick from nicks where id < 3");
            op.sql(
                    Dialect.SQLITE,
                    "create trigger nicks_in instead of insert on nicks begin insert into account values (new.id, 'main', new.nick); end");
            op.addUnique("account", unique("uq_account_nick", "tenant_id", "nick"));
        });
        run("insert into nicks values (7, 'ze')");
        assertThat(ask("select count(*) from nicks")).isEqualTo("3");
        assertThat(ask("select count(*) from few")).isEqualTo("2");
    }

    @Test
    void a_trigger_elsewhere_that_uses_a_column_which_goes_stops_the_rebuild() {
        assertThatThrownBy(() -> upgrade(op -> {
                    op.sql(
                            Dialect.SQLITE,
                            "create trigger far after insert on tenant begin update account set nick = 'x'; end");
                    op.dropIndex("account", "ix_account_nick");
                    op.addUnique("account", unique("uq_account_tenant", "tenant_id", "id"));
                    op.dropColumn("account", "nick");
                }))
                .hasMessageContaining("table account cannot be rebuilt, error in trigger far");
    }

    @Test
    void a_column_that_is_not_there_is_one_clear_line() {
        assertThatThrownBy(() -> upgrade(op -> op.alterColumn("account", column("missing", text()))))
                .hasMessageContaining("table account has no column missing");
    }

    @Test
    void a_rebuild_that_would_break_a_view_is_refused_before_it_starts() throws SQLException {
        assertThatThrownBy(() -> upgrade(op -> {
                    op.sql(Dialect.SQLITE, "create view nicks as select nick from account");
                    op.addUnique("account", unique("uq_account_tenant", "tenant_id", "id"));
                    op.dropIndex("account", "ix_account_nick");
                    op.sql("update account set nick = null");
                    op.addUnique("account", unique("uq_account_again", "id", "tenant_id"));
                    op.dropColumn("account", "nick");
                }))
                .hasMessageContaining("table account cannot be rebuilt, error in view nicks: no such column: nick");
    }

    @Test
    void what_the_reader_does_not_know_stops_a_rebuild_by_name() {
        assertThatThrownBy(() -> upgrade(op -> {
                    op.sql(Dialect.SQLITE, "alter table account add column local text collate nocase");
                    op.addUnique("account", unique("uq_account_nick", "nick"));
                }))
                .hasMessageContaining(
                        "table account cannot be rebuilt, since this would be lost: column account.local: collate nocase");
    }

    @Test
    void a_column_that_was_added_by_hand_is_carried_along() throws SQLException {
        migrations(_ -> {}).upgrade("a1");
        run("alter table account add column by_hand text default 'x'");
        upgrade(op -> op.addUnique("account", unique("uq_account_nick", "nick")));

        assertThat(ask("select count(by_hand) from account")).isEqualTo("2");
    }

    @Test
    void changes_that_stand_side_by_side_share_one_rebuild() {
        var operations = List.<Operation>of(
                new Operation.AddUnique("t", unique("uq_a", "a")),
                new Operation.AddColumn("t", column("b", text())),
                new Operation.AddUnique("t", unique("uq_b", "b")));
        var schema = SchemaShape.of(List.of(TableShape.of("t", List.of(column("a", text())))));

        assertThat(SqliteDdl.plan(operations, schema)).singleElement().isInstanceOf(Change.Rebuild.class);
    }

    /// More than one portion, with gaps in the row numbers.
    @Test
    void a_large_table_tells_how_far_it_is_and_keeps_every_row() throws SQLException {
        migrations(_ -> {}).upgrade("a1");
        run(
                "insert into account (id, tenant_id, nick) with recursive n(i) as (select 10 union all select i + 1 from n where i < 130007) select i, 'main', 'n' || i from n");
        run("delete from account where id % 13 = 0");
        var rows = Long.parseLong(ask("select count(*) from account"));
        var sum = ask("select sum(id) || ' ' || sum(length(nick)) from account");
        var told = new ArrayList<Long>();

        migrations(op -> op.alterColumn("account", column("nick", text()).defaultTo("'x'")))
                .progress(new Progress() {
                    @Override
                    public void copying(String table, long done, long total) {
                        assertThat(total).isEqualTo(rows);
                        told.add(done);
                    }
                })
                .upgrade("head");

        assertThat(told).containsExactly(50_000L, 100_000L, rows);
        assertThat(ask("select sum(id) || ' ' || sum(length(nick)) from account"))
                .isEqualTo(sum);
        assertThat(ask("select count(*) from sqlite_temp_master")).isEqualTo("0");
    }

    /// Many rows go by a temporary table whose schema is written by hand.
    @Test
    void a_large_table_of_many_keys_is_as_sound_as_if_it_had_been_filled_row_by_row() throws SQLException {
        migrations(_ -> {}).upgrade("a1");
        run(
                "insert into account (id, tenant_id, nick) with recursive n(i) as (select 10 union all select i + 1 from n where i < 60000) select i * 7919 % 100003 + 10, 'main', hex(i * 7919 % 99991) from n");
        var sum = ask("select sum(id) || ' ' || count(distinct nick) || ' ' || count(*) from account");

        upgrade(op -> {
            op.addColumn("account", column("flag", bool()).notNull().defaultTo("true"));
            op.alterColumn("account", column("nick", text()).defaultTo("lower('X')"));
            op.addUnique("account", unique("uq_account_nick", "nick", "tenant_id"));
            op.addUnique("account", unique("uq_account_id", "tenant_id", "id"));
            op.addCheck("account", check("ck_account_id", "id > 0"));
            op.changePrimaryKey("account", primaryKey("id"));
        });

        assertThat(ask("pragma integrity_check")).isEqualTo("ok");
        assertThat(ask("pragma foreign_key_check")).isNull();
        assertThat(ask("select sum(id) || ' ' || count(distinct nick) || ' ' || count(*) from account"))
                .isEqualTo(sum);
        assertThat(ask("select count(*) from account where flag = 1")).isEqualTo("59993");
        assertThat(
                        ask(
                                "select count(*) from account a cross join account b indexed by sqlite_autoindex_account_2 on b.nick = a.nick and b.tenant_id = a.tenant_id"))
                .as("every row is found by its key")
                .isEqualTo("59993");
        assertThat(ask("select count(*) from sqlite_master where sql like '%stage%' or name like '%stage%'"))
                .isEqualTo("0");
        for (var wrong : List.of(
                "insert into account (id, tenant_id, nick) select 9, tenant_id, nick from account limit 1",
                "insert into account (id, tenant_id, nick) values (1, 'main', 'neu')",
                "insert into account (id, tenant_id, nick) values (-1, 'main', 'neu')")) {
            assertThatThrownBy(() -> run(wrong)).as(wrong).hasMessageContaining("constraint failed");
        }
    }

    @Test
    void a_large_table_with_two_equal_values_under_a_new_key_stays_as_it_was() throws SQLException {
        migrations(_ -> {}).upgrade("a1");
        run(
                "insert into account (id, tenant_id, nick) with recursive n(i) as (select 10 union all select i + 1 from n where i < 60000) select i, 'main', 'n' || (i / 2) from n");

        assertThatThrownBy(() -> upgrade(op -> {
                    op.alterColumn("account", column("nick", text()).defaultTo("'x'"));
                    op.addUnique("account", unique("uq_account_nick", "nick"));
                }))
                .hasMessageContaining("failed and was undone")
                .hasMessageContaining("UNIQUE constraint failed: account.nick");
        assertThat(ask("select count(*) from account")).isEqualTo("59993");
        assertThat(ask("select count(*) from sqlite_master where name like 'gatehouse%'"))
                .isEqualTo("0");
    }

    /// Nobody but the row number tells these rows apart, and it is the key.
    @Test
    void a_large_table_whose_key_is_the_row_number_keeps_it() throws SQLException {
        var ground = new Step("a1", List.of(), op -> {
            op.createTable("log", column("id", integer()).notNull(), column("line", text()), primaryKey("id"));
            op.sql(
                    "insert into log with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000) select i * 3, 'x' from n");
        });
        var step = new Step("b2", List.of("a1"), op -> {
            op.alterColumn("log", column("line", text()).notNull().defaultTo("'y'"));
            op.addUnique("log", unique("uq_log", "line", "id"));
        });
        Migrations.of(database::connect, List.of(ground, step)).upgrade("head");

        assertThat(ask("pragma integrity_check")).isEqualTo("ok");
        assertThat(ask("select count(*) || ' ' || max(id) || ' ' || max(rowid) from log"))
                .isEqualTo("60000 180000 180000");
    }

    @Test
    void a_value_that_is_spelled_otherwise_in_its_new_type_is_converted() throws SQLException {
        migrations(op -> op.addColumn("account", column("loud", bool()))).upgrade("head");
        run("update account set loud = id = 1");
        Migrations.of(
                        database::connect,
                        List.of(
                                GROUND,
                                new Step("b2", List.of("a1"), op -> op.addColumn("account", column("loud", bool()))),
                                new Step("c3", List.of("b2"), op -> op.alterColumn("account", column("loud", text())))))
                .upgrade("head");
        assertThat(ask("select group_concat(loud order by id) from account")).isEqualTo("true,false");
    }

    @Test
    void a_new_key_is_there_and_nothing_else_is() throws SQLException {
        upgrade(op -> op.addUnique("account", unique("uq_account_nick", "nick")));

        assertThat(
                        ask(
                                "select group_concat(name order by name) from sqlite_master where type = 'index' and tbl_name = 'account'"))
                .isEqualTo("ix_account_nick,sqlite_autoindex_account_1,sqlite_autoindex_account_2");
        assertThat(ask("pragma integrity_check")).isEqualTo("ok");
    }

    private Migrations migrations(Consumer<Operations> up) {
        return Migrations.of(database::connect, List.of(GROUND, new Step("b2", List.of("a1"), up)));
    }

    private void upgrade(Consumer<Operations> up) {
        migrations(up).upgrade("head", true);
    }

    private String ask(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
