package dev.gatehouse.migrations.engine;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Touch.Rows;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.*;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of rules is held against the server: each kind of statement runs in a transaction that looks at its own
/// locks, at the file of the table and at how often it was read through.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLocksTest {

    private static final SchemaShape SCHEMA = SchemaShape.of(List.of(
            TableShape.of(
                    "tenant", List.of(column("id", bigint()).notNull(), column("name", text()), primaryKey("id"))),
            TableShape.of(
                    "account",
                    List.of(
                            column("id", bigint()).notNull(),
                            column("tenant_id", bigint()),
                            column("nick", text()),
                            column("score", integer()).defaultTo("0"),
                            primaryKey("id"),
                            unique("uq_account_nick", "nick"),
                            check("ck_account_score", "score >= 0"),
                            foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"),
                            index("ix_account_score", "score"))),
            TableShape.of(
                    "note",
                    List.of(
                            column("id", bigint()).notNull(),
                            column("account_id", bigint()),
                            column("parent_id", bigint())))));

    private final TestDatabase on = new TestDatabase(Dialect.POSTGRES);
    private Database database;

    static Stream<Operation> operations() {
        return Stream.of(
                new CreateTable(TableShape.of(
                        "fresh",
                        List.of(
                                column("id", bigint()).notNull(),
                                column("tenant_id", bigint()),
                                primaryKey("id"),
                                foreignKey("fk_fresh", "tenant_id").references("tenant", "id")))),
                new DropTable("account"),
                new RenameTable("account", "person"),
                new AddColumn("account", column("a", text())),
                new AddColumn("account", column("a", text()).notNull().defaultTo("'x'")),
                new AddColumn("account", column("a", uuid()).defaultTo("null", "gen_random_uuid()")),
                new AddColumn("account", column("a", instant()).defaultTo("null", "now()")),
                new DropColumn("note", "parent_id"),
                new RenameColumn("account", "nick", "name"),
                new AlterColumn("account", column("score", bigint()).defaultTo("0")),
                new AlterColumn("account", column("nick", text()).notNull()),
                new AlterColumn("note", column("id", bigint())),
                new AlterColumn("account", column("score", integer()).defaultTo("1")),
                new AlterColumn("account", column("score", integer())),
                new AlterColumn("note", column("account_id", text())),
                new ChangePrimaryKey("note", Optional.of(primaryKey("id"))),
                new ChangePrimaryKey("account", Optional.empty()),
                new AddUnique("tenant", unique("uq_tenant_name", "name")),
                new DropUnique("account", "uq_account_nick"),
                new AddForeignKey("note", foreignKey("fk_note", "account_id").references("account", "id")),
                new AddForeignKey("account", foreignKey("fk_self", "score").references("account", "id")),
                new DropForeignKey("account", "fk_account_tenant"),
                new AddCheck("note", check("ck_note", "id > 0")),
                new DropCheck("account", "ck_account_score"),
                new CreateIndex("account", index("ix_account_nick", "nick")),
                new CreateIndex(
                        "account", uniqueIndex("ix_account_nick", "nick").where("score > 0")),
                new DropIndex("account", "ix_account_score"),
                new Sql(Dialect.POSTGRES, "update account set nick = 'al' where id = 1"),
                new Sql(Dialect.POSTGRES, "insert into note (id) values (17);"),
                new Sql(Dialect.POSTGRES, "delete from note"));
    }

    @BeforeAll
    void open() throws SQLException {
        database = on.open();
        try (var connection = database.connect()) {
            for (var change : PostgresDdl.plan(Creation.of(SCHEMA), SchemaShape.EMPTY)) {
                Engine.of(Dialect.POSTGRES).run(connection, change, Set.of());
            }
            execute(connection, "insert into tenant values (1, 'main')");
            execute(
                    connection,
                    "insert into account (id, tenant_id, nick, score) values (1, 1, 'al', 1), (2, 1, 'bo', 2)");
            execute(connection, "insert into note values (1, 1, 1), (2, 1, 1)");
        }
    }

    @AfterAll
    void close() {
        on.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_rules_say_what_the_server_does(Operation operation) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                for (var change : PostgresDdl.plan(List.of(operation), SCHEMA)) {
                    if (change instanceof Change.Run(var sql)) compare(connection, SCHEMA, sql);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static void compare(Connection connection, SchemaShape schema, String sql) throws SQLException {
        var said = new PostgresLocks(schema, name -> name.equals("gen_random_uuid"))
                .of(sql)
                .orElseThrow(() -> new AssertionError("no rule for " + sql));
        var before = Seen.now(connection);
        execute(connection, sql);
        var after = Seen.now(connection);
        for (var table : before.files().keySet()) {
            var touch = said.stream()
                    .filter(one -> one.table().equals(before.names().get(table)))
                    .findFirst();
            var name = before.names().get(table) + ": " + sql;
            assertThat(after.lock(table))
                    .as(name)
                    .isEqualTo(
                            stronger(before.lock(table), touch.map(Touch::lock).orElse("")));
            if (touch.isPresent() && !touch.get().lock().equals(PostgresLocks.WRITERS)) {
                assertThat(after.rows(table, before))
                        .as(name)
                        .isEqualTo(touch.get().rows());
            }
        }
    }

    /// What the server shows of one moment, by the tables' oids: names change.
    private record Seen(
            Map<Long, String> names, Map<Long, String> locks, Map<Long, Long> files, Map<Long, Long> reads) {

        static Seen now(Connection connection) throws SQLException {
            var tables = " from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace";
            return new Seen(
                    texts(connection, "select oid, relname" + tables),
                    texts(
                            connection,
                            "select relation, mode from pg_locks where pid = pg_backend_pid() and relation > 0"),
                    numbers(connection, "select oid, pg_relation_filenode(oid)" + tables),
                    numbers(
                            connection,
                            "select relid, coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_xact_user_tables"));
        }

        String lock(long table) {
            return locks.getOrDefault(table, "");
        }

        Rows rows(long table, Seen before) {
            if (!Objects.equals(files.getOrDefault(table, before.files.get(table)), before.files.get(table)))
                return Rows.REWRITTEN;
            return reads.getOrDefault(table, 0L) > before.reads.getOrDefault(table, 0L) ? Rows.READ : Rows.UNTOUCHED;
        }

        /// `AccessExclusiveLock` → `ACCESS EXCLUSIVE`; of several the strongest.
        private static Map<Long, String> texts(Connection connection, String sql) throws SQLException {
            var texts = new TreeMap<Long, String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) texts.merge(rows.getLong(1), said(rows.getString(2)), PostgresLocksTest::stronger);
            }
            return texts;
        }

        private static String said(String mode) {
            if (!mode.endsWith("Lock")) return mode;
            var words = mode.replace("Lock", "")
                    .replaceAll("([a-z])([A-Z])", "$1 $2")
                    .toUpperCase(Locale.ROOT);
            return STRENGTH.contains(words) ? words : "";
        }

        private static Map<Long, Long> numbers(Connection connection, String sql) throws SQLException {
            var numbers = new TreeMap<Long, Long>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) numbers.put(rows.getLong(1), rows.getLong(2));
            }
            return numbers;
        }
    }

    /// From the weakest that anybody could notice; those who only read take weaker ones.
    private static final List<String> STRENGTH = List.of(
            "",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE",
            "SHARE ROW EXCLUSIVE",
            "EXCLUSIVE",
            "ACCESS EXCLUSIVE");

    private static String stronger(String one, String other) {
        return STRENGTH.indexOf(one) > STRENGTH.indexOf(other) ? one : other;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
