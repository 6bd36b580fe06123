package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation, there and back, with rows in the tables. Two witnesses that share no code say that the schema
/// is what it was: our reader, and the database's own text.
@EachDatabase
class OperationTest {

    /// An operation, the way back, and a glance at the rows in between.
    private record Case(String name, Consumer<Operations> up, Consumer<Operations> down, String sql, String answer) {}

    private static final Steps BASE = Steps.first(
            "ground",
            op -> {
                op.createTable(
                        "tenant",
                        column("id", text()).notNull(),
                        column("name", text()).notNull(),
                        column("code", integer()).notNull(),
                        primaryKey("id"),
                        unique("uq_tenant_code", "code"));
                op.createTable(
                        "account",
                        column("id", uuid()).notNull(),
                        column("tenant_id", text()).notNull(),
                        column("email", text()).notNull(),
                        column("nick", text()),
                        column("score", integer()).notNull().defaultTo("0"),
                        column("is_active", bool()).notNull().defaultTo("true"),
                        column("boss_id", uuid()),
                        column("order", integer()),
                        primaryKey("id"),
                        unique("uq_account_email", "tenant_id", "email"),
                        foreignKey("fk_account_tenant", "tenant_id")
                                .references("tenant", "id")
                                .onDelete(CASCADE),
                        foreignKey("fk_account_boss", "boss_id").references("account", "id"),
                        check("ck_account_score", "score >= 0 and score <= 1000"),
                        check("ck_account_order", "\"order\" > 0"),
                        index("ix_account_tenant", asc("tenant_id"), desc("score")),
                        index("ix_account_good", "email").where("score > 5 and is_active"));
                op.sql("insert into tenant (id, name, code) values ('main', 'Main', 1), ('other', 'Other', 2)");
                op.sql("""
                        insert into account (id, tenant_id, email, nick, score, boss_id, "order") values
                        ('00000000-0000-0000-0000-000000000001', 'main', 'alice@example.org', '17', 7, null, 1),
                        ('00000000-0000-0000-0000-000000000002', 'main', 'bob@example.org', null, 0,
                         '00000000-0000-0000-0000-000000000001', null)""");
            },
            op -> {
                op.dropTable("account");
                op.dropTable("tenant");
            });

    private static final List<Case> CASES = List.of(
            new Case(
                    "create and drop a table",
                    op -> op.createTable(
                            "note",
                            column("id", bigint()).notNull(),
                            column("account_id", uuid()).notNull(),
                            column("body", json()).defaultTo("'{}'"),
                            column("at", instant()),
                            column("weight", real()),
                            column("raw", bytes()),
                            primaryKey("id"),
                            foreignKey("fk_note_account", "account_id").references("account", "id"),
                            uniqueIndex("ux_note_at", desc("at"), asc("id")).where("at is not null")),
                    op -> op.dropTable("note"),
                    "select count(*) from note",
                    "0"),
            new Case(
                    "rename a table",
                    op -> op.renameTable("tenant", "realm"),
                    op -> op.renameTable("realm", "tenant"),
                    "select count(*) from account join realm on realm.id = tenant_id",
                    "2"),
            new Case(
                    "add and drop a nullable column",
                    op -> op.addColumn("account", column("phone", text())),
                    op -> op.dropColumn("account", "phone"),
                    "select count(*) from account where phone is null",
                    "2"),
            new Case(
                    "add and drop a column with a default",
                    op -> op.addColumn(
                            "account", column("is_admin", bool()).notNull().defaultTo("false")),
                    op -> op.dropColumn("account", "is_admin"),
                    "select count(*) from account where not is_admin",
                    "2"),
            new Case(
                    "add a column with a computed default",
                    op -> op.addColumn(
                            "account", column("made", text()).notNull().defaultTo("lower('X')")),
                    op -> op.dropColumn("account", "made"),
                    "select count(*) from account where made = 'x'",
                    "2"),
            new Case(
                    "rename a column that keys, checks and indexes name",
                    op -> {
                        op.renameColumn("account", "score", "points");
                        op.renameColumn("tenant", "id", "slug");
                    },
                    op -> {
                        op.renameColumn("tenant", "slug", "id");
                        op.renameColumn("account", "points", "score");
                    },
                    "select sum(points) from account join tenant on slug = tenant_id",
                    "7"),
            new Case(
                    "widen a column that checks and indexes name",
                    op -> op.alterColumn(
                            "account", column("score", bigint()).notNull().defaultTo("5")),
                    op -> op.alterColumn(
                            "account", column("score", integer()).notNull().defaultTo("0")),
                    "select sum(score) from account",
                    "7"),
            // On the way back PostgreSQL would keep `score >= (0)::double precision` if the check were not made anew.
            new Case(
                    "change the type of a column that checks and conditions name",
                    op -> op.alterColumn(
                            "account", column("score", real()).notNull().defaultTo("0")),
                    op -> op.alterColumn(
                            "account", column("score", integer()).notNull().defaultTo("0")),
                    "select cast(sum(score) as integer) from account",
                    "7"),
            new Case(
                    "make a column not null and nullable again",
                    op -> {
                        op.sql("update account set nick = 'none' where nick is null");
                        op.alterColumn("account", column("nick", text()).notNull());
                    },
                    op -> {
                        op.alterColumn("account", column("nick", text()));
                        op.sql("update account set nick = null where nick = 'none'");
                    },
                    "select count(*) from account where nick = 'none'",
                    "1"),
            new Case(
                    "change a default",
                    op -> op.alterColumn(
                            "account", column("score", integer()).notNull().defaultTo("3")),
                    op -> op.alterColumn(
                            "account", column("score", integer()).notNull().defaultTo("0")),
                    "select sum(score) from account",
                    "7"),
            new Case(
                    "drop a default",
                    op -> op.alterColumn("account", column("score", integer()).notNull()),
                    op -> op.alterColumn(
                            "account", column("score", integer()).notNull().defaultTo("0")),
                    "select sum(score) from account",
                    "7"),
            new Case(
                    "change text to a number and back",
                    op -> op.alterColumn("account", column("nick", bigint())),
                    op -> op.alterColumn("account", column("nick", text())),
                    "select sum(nick) + 1 from account",
                    "18"),
            new Case(
                    "change a number to text and back",
                    op -> op.alterColumn("tenant", column("code", text()).notNull()),
                    op -> op.alterColumn("tenant", column("code", integer()).notNull()),
                    "select max(code) || '!' from tenant",
                    "2!"),
            new Case(
                    "change a primary key",
                    op -> {
                        op.dropForeignKey("account", "fk_account_boss");
                        op.changePrimaryKey("account", primaryKey("tenant_id", "id"));
                    },
                    op -> {
                        op.changePrimaryKey("account", primaryKey("id"));
                        op.addForeignKey(
                                "account",
                                foreignKey("fk_account_boss", "boss_id").references("account", "id"));
                    },
                    "select count(*) from account",
                    "2"),
            new Case(
                    "add and drop a unique",
                    op -> op.addUnique("account", unique("uq_account_nick", "nick")),
                    op -> op.dropUnique("account", "uq_account_nick"),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "drop and add a unique",
                    op -> op.dropUnique("account", "uq_account_email"),
                    op -> op.addUnique("account", unique("uq_account_email", "tenant_id", "email")),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "drop and add a foreign key",
                    op -> op.dropForeignKey("account", "fk_account_tenant"),
                    op -> op.addForeignKey(
                            "account",
                            foreignKey("fk_account_tenant", "tenant_id")
                                    .references("tenant", "id")
                                    .onDelete(CASCADE)),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "add and drop a foreign key",
                    op -> op.addForeignKey(
                            "account",
                            foreignKey("fk_account_order", "order")
                                    .references("tenant", "code")
                                    .onDelete(SET_NULL)),
                    op -> op.dropForeignKey("account", "fk_account_order"),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "add and drop a check",
                    op -> op.addCheck("account", check("ck_account_email", "length(email) <= 254 and email <> 'x''y'")),
                    op -> op.dropCheck("account", "ck_account_email"),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "create and drop an index",
                    op -> op.createIndex(
                            "account", uniqueIndex("ux_account_boss", "boss_id").where("boss_id is not null")),
                    op -> op.dropIndex("account", "ux_account_boss"),
                    "select count(*) from account",
                    "2"),
            new Case(
                    "rebuild a table that others refer to",
                    op -> op.addUnique("tenant", unique("uq_tenant_name", "name")),
                    op -> op.dropUnique("tenant", "uq_tenant_name"),
                    "select count(*) from account",
                    "2"));

    private final TestDatabase on;

    OperationTest(TestDatabase on) {
        this.on = on;
    }

    @TestFactory
    Stream<DynamicTest> there_and_back() {
        return CASES.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> thereAndBack(one)));
    }

    private void thereAndBack(Case one) throws SQLException {
        var database = on.open();
        var change = Steps.after(BASE, "change", one.up(), one.down());
        var migrations = Migrations.of(database::connect, List.of(BASE, change));
        migrations.upgrade("+1");
        var before = witnesses(database);
        var rows = rows(database);

        migrations.upgrade("head");
        assertThat(ask(database, one.sql())).isEqualTo(one.answer());
        assertThat(catalog(database)).isEqualTo(spelled(database, migrations));
        var changed = witnesses(database);
        assertThat(changed).isNotEqualTo(before);

        migrations.downgrade("-1", true);
        assertThat(witnesses(database)).isEqualTo(before);
        assertThat(rows(database)).isEqualTo(rows);

        migrations.upgrade("head");
        assertThat(witnesses(database)).isEqualTo(changed);
    }

    private List<Object> witnesses(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return List.of(
                    sorted(Engine.of(on.dialect())
                            .read(connection, Set.of("schema_revision"))
                            .schema()),
                    SchemaText.of(connection));
        }
    }

    private Object catalog(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return sorted(Engine.of(on.dialect())
                    .read(connection, Set.of("schema_revision"))
                    .schema());
        }
    }

    /// What the model says, made in a shadow.
    private Object spelled(Database database, Migrations migrations) throws SQLException {
        try (var connection = database.connect()) {
            var shape = new History(migrations.graph()).shapeAt(migrations.current());
            return sorted(Engine.of(on.dialect()).shadow(connection, shape).schema());
        }
    }

    /// The order of columns and constraints is no part of what a table means.
    private static Object sorted(SchemaShape schema) {
        var tables = new TreeMap<String, List<String>>();
        schema.tables()
                .forEach(table -> tables.put(
                        table.name(),
                        table.elements().stream().map(Object::toString).sorted().toList()));
        return tables;
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String rows(Database database) throws SQLException {
        return ask(database, "select count(*) from tenant") + ask(database, """
                select max(email) || ' ' || max(nick) || ' ' || sum(score) || ' ' || count(boss_id) || ' ' || sum("order")
                from account""");
    }
}
