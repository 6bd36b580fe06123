package dev.gatehouse.migrations.compare;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Unread;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachDatabase
class ComparisonTest {

    private static final TableShape TENANT =
            table("tenant", column("id", text()).notNull(), column("name", text()), primaryKey("id"));
    private static final TableShape ACCOUNT = table(
            "account",
            column("id", uuid()).notNull(),
            column("tenant_id", text()).notNull(),
            column("email", text()).notNull(),
            column("status", text()).notNull().defaultTo("'active'"),
            column("score", integer()).notNull().defaultTo("0"),
            column("is_active", bool()).notNull().defaultTo("true"),
            column("created_at", instant()).notNull(),
            column("profile", json()),
            column("photo", bytes()),
            column("weight", real()),
            column("visits", bigint()),
            primaryKey("tenant_id", "id"),
            unique("uq_account_email", "tenant_id", "email"),
            foreignKey("fk_account_tenant", "tenant_id")
                    .references("tenant", "id")
                    .onDelete(RESTRICT),
            check("ck_account_status", "status in ('active', 'disabled', 'it''s')"),
            check("ck_account_email", "LENGTH(email) <= 254 AND email LIKE '%@%'"),
            index("ix_account_created", desc("created_at"), asc("id")),
            uniqueIndex("ux_account_active", "email").where("is_active AND status <> 'disabled'"));

    private final Database database;
    private final Engine engine;

    ComparisonTest(TestDatabase on) {
        database = on.open();
        engine = Engine.of(on.dialect());
    }

    @Test
    void an_unchanged_schema_has_no_difference() throws SQLException {
        make(TENANT, ACCOUNT);

        var comparison = compare(List.of(TENANT, ACCOUNT), List.of(TENANT, ACCOUNT));

        assertThat(comparison.upgrade()).isEmpty();
        assertThat(comparison.drift()).isEmpty();
        assertThat(comparison.unread()).isEmpty();
    }

    /// PostgreSQL spells `cast(name as varchar) in ('a', 'b')` in one way when it first sees it, and in another
    /// when it sees its own spelling again.
    @Test
    void a_check_that_was_dumped_and_loaded_again_is_the_same_check() throws SQLException {
        var declared = TENANT.with(check("ck_tenant_name", "cast(name as varchar) in ('a', 'b')"));
        make(declared);
        if (engine.dialect() == Dialect.POSTGRES) {
            var definition = "select pg_get_constraintdef(oid) from pg_constraint where conname = 'ck_tenant_name'";
            var dumped = ask(definition);
            run("alter table tenant drop constraint ck_tenant_name");
            run("alter table tenant add constraint ck_tenant_name " + dumped);
            assertThat(ask(definition)).as("the respelling that this is about").isNotEqualTo(dumped);
        } else {
            run("alter table tenant drop constraint ck_tenant_name");
            run("alter table tenant add constraint ck_tenant_name check ( CAST( \"name\" AS varchar) IN(  'a','b') )");
        }

        var comparison = compare(List.of(declared), List.of(declared));

        assertThat(comparison.upgrade()).isEmpty();
        assertThat(comparison.drift()).isEmpty();
    }

    @Test
    void a_schema_may_have_a_name_that_needs_quotes() throws SQLException {
        assumeTrue(engine.dialect() == Dialect.POSTGRES);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema \"My Schema\"");
            statement.execute("set search_path to \"My Schema\"");
            for (var change : engine.plan(Creation.of(SchemaShape.of(List.of(TENANT))), SchemaShape.EMPTY)) {
                engine.run(connection, change, Set.of());
            }
            var wanted = SchemaShape.of(List.of(TENANT));

            assertThat(engine.hasTable(connection, "tenant")).isTrue();
            assertThat(Comparison.of(connection, engine, wanted, wanted, Set.of())
                            .inWords())
                    .isEmpty();
        }
    }

    @Test
    void what_is_new_comes_in_an_order_that_works_and_goes_in_the_opposite_one() throws SQLException {
        var comparison = compare(List.of(), List.of(ACCOUNT, TENANT));

        assertThat(comparison.inWords()).containsExactly("added table tenant", "added table account");
        assertThat(comparison.downgrade())
                .containsExactly(new Operation.DropTable("account"), new Operation.DropTable("tenant"));
    }

    @Test
    void tables_in_a_circle_are_made_and_dropped() throws SQLException {
        var egg = table(
                "egg",
                column("id", bigint()).notNull(),
                column("hen_id", bigint()),
                primaryKey("id"),
                foreignKey("fk_egg_hen", "hen_id").references("hen", "id"));
        var hen = table(
                "hen",
                column("id", bigint()).notNull(),
                column("egg_id", bigint()),
                primaryKey("id"),
                foreignKey("fk_hen_egg", "egg_id").references("egg", "id"));

        var comparison = compare(List.of(), List.of(egg, hen));
        carryOut(comparison.upgrade(), SchemaShape.EMPTY);

        var both = List.of(egg, hen);
        assertThat(compare(both, both).upgrade()).isEmpty();
        var back = compare(both, List.of());
        carryOut(back.upgrade(), SchemaShape.of(both));
        assertThat(compare(List.of(), List.of()).upgrade()).isEmpty();
    }

    @Test
    void the_way_back_is_said_in_the_revisions_own_words() throws SQLException {
        make(TENANT, ACCOUNT);
        var changed = ACCOUNT.without(dev.gatehouse.migrations.shape.CheckShape.class, "ck_account_email")
                .without(dev.gatehouse.migrations.shape.IndexShape.class, "ux_account_active");

        var comparison = compare(List.of(TENANT, ACCOUNT), List.of(TENANT, changed));

        assertThat(comparison.downgrade())
                .containsExactly(
                        new Operation.AddCheck(
                                "account", check("ck_account_email", "LENGTH(email) <= 254 AND email LIKE '%@%'")),
                        new Operation.CreateIndex(
                                "account",
                                uniqueIndex("ux_account_active", "email").where("is_active AND status <> 'disabled'")));
    }

    @Test
    void a_rename_is_hinted_at_and_never_guessed() throws SQLException {
        make(TENANT);
        var renamed = table("tenant", column("id", text()).notNull(), column("title", text()), primaryKey("id"));

        var comparison = compare(List.of(TENANT), List.of(renamed));

        assertThat(comparison.inWords()).containsExactly("added column tenant.title", "removed column tenant.name");
        assertThat(comparison.hints())
                .containsExactly(
                        "if tenant.name was renamed to title, write op.renameColumn(\"tenant\", \"name\", \"title\") in place of the drop and the add");
    }

    @Test
    void a_renamed_table_is_hinted_at() throws SQLException {
        make(TENANT);
        var realm = table("realm", column("id", text()).notNull(), column("name", text()), primaryKey("id"));

        assertThat(compare(List.of(TENANT), List.of(realm)).hints())
                .containsExactly(
                        "if table tenant was renamed to realm, write op.renameTable(\"tenant\", \"realm\") in place of the drop and the create");
    }

    @Test
    void what_cannot_be_read_is_named_and_left_alone() throws SQLException {
        make(TENANT);
        run("create view who as select id from tenant");
        run("create index ix_lower on tenant (lower(name))");
        if (engine.dialect() == Dialect.POSTGRES) {
            run("alter table tenant add column price numeric(10, 2)");
            run("alter table tenant add column local text");
            run("alter table tenant add column twice text generated always as (name || name) stored");
            run("alter table tenant add constraint ck_price check (price > 0)");
            run("create index ix_hash on tenant using hash (name)");
            run("create index ix_more on tenant (id) include (name)");
            run("create index ix_last on tenant (name desc nulls last)");
            run("create table part (id text references tenant (id) on update cascade) partition by hash (id)");
            run(
                    "create table child (id text collate \"C\" constraint fk_child references tenant (id) on update cascade)");
            run("create type mood as enum ('good')");
        } else {
            run("alter table tenant add column price numeric(10, 2)");
            run("alter table tenant add column local text collate nocase");
            run("alter table tenant add column twice text generated always as (name || name) virtual");
            run("alter table tenant add constraint ck_price check (price > 0)");
            run("create table child (id text constraint fk_child references tenant (id) on update cascade)");
            run("create table strict_one (id text) strict");
            run("create trigger bell after insert on tenant begin select 1; end");
        }

        var wanted = List.of(
                TENANT.with(index("ix_lower", "name")),
                table(
                        "child",
                        column("id", text()),
                        foreignKey("fk_child", "id").references("tenant", "id")));
        var comparison = compare(wanted, wanted);
        var names = comparison.unread().stream().map(Unread::toString).toList();
        if (engine.dialect() == Dialect.POSTGRES) {
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "view who: it is left alone",
                            "index tenant.ix_lower: CREATE INDEX ix_lower ON public.tenant USING btree (lower(name))",
                            "column tenant.price: its type is not known (numeric(10,2))",
                            "column tenant.local: its collation is default, not C (text)",
                            "column tenant.twice: it is generated (text)",
                            "constraint tenant.ck_price: it is over a column that is not read",
                            "index tenant.ix_hash: CREATE INDEX ix_hash ON public.tenant USING hash (name)",
                            "index tenant.ix_more: CREATE INDEX ix_more ON public.tenant USING btree (id) INCLUDE (name)",
                            "index tenant.ix_last: CREATE INDEX ix_last ON public.tenant USING btree (name DESC NULLS LAST)",
                            "table part: it is partitioned",
                            "constraint child.fk_child: FOREIGN KEY (id) REFERENCES tenant(id) ON UPDATE CASCADE",
                            "type mood: types are left alone");
        } else {
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "view who: views are left alone",
                            "index tenant.ix_lower: it is over lower (name)",
                            "column tenant.price: type numeric(10, 2)",
                            "column tenant.local: collate nocase",
                            "column tenant.twice: generated always as (name || name) virtual",
                            "constraint tenant.ck_price: it is over a column that is not read",
                            "column child.id: on update",
                            "table child: it has no column that can be read",
                            "table strict_one: it is strict",
                            "trigger tenant.bell: triggers are left alone");
        }
        assertThat(comparison.inWords()).as("nothing is written against it").isEmpty();
        assertThat(compare(wanted, List.of(TENANT)).inWords())
                .as("nor where the declaration has left it")
                .isEqualTo(engine.dialect() == Dialect.POSTGRES ? List.of("removed table child") : List.of());
    }

    private static TableShape table(String name, TableElement... elements) {
        return TableShape.of(name, List.of(elements));
    }

    private Comparison compare(List<TableShape> recorded, List<TableShape> declared) throws SQLException {
        try (var connection = database.connect()) {
            return Comparison.of(connection, engine, SchemaShape.of(recorded), SchemaShape.of(declared), Set.of());
        }
    }

    private void make(TableShape... tables) throws SQLException {
        carryOut(Creation.of(SchemaShape.of(List.of(tables))), SchemaShape.EMPTY);
    }

    private void carryOut(List<Operation> operations, SchemaShape before) throws SQLException {
        try (var connection = database.connect()) {
            for (var change : engine.plan(operations, before)) engine.run(connection, change, Set.of());
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
