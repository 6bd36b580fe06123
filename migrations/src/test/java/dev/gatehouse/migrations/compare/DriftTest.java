package dev.gatehouse.migrations.compare;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What somebody did to a database by hand is named, each thing by its name, and stays out of the revision: that
/// one runs on every database, and the others have not been touched.
@EachDatabase
class DriftTest {
    private static final TableShape TENANT =
            table("tenant", column("id", bigint()).notNull(), column("name", text()), primaryKey("id"));
    private static final TableShape ACCOUNT = table(
            "account",
            column("id", bigint()).notNull(),
            column("tenant_id", bigint()),
            column("email", text()).notNull(),
            column("score", integer()).notNull().defaultTo("0"),
            primaryKey("id"),
            unique("uq_account_email", "email"),
            foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"),
            check("ck_account_score", "score >= 0"),
            index("ix_account_score", "score"));
    private static final List<TableShape> BOTH = List.of(TENANT, ACCOUNT);

    private final Database database;
    private final Engine engine;

    DriftTest(TestDatabase on) throws SQLException {
        database = on.open();
        engine = Engine.of(on.dialect());
        try (var connection = database.connect()) {
            for (var change : engine.plan(Creation.of(SchemaShape.of(BOTH)), SchemaShape.EMPTY)) {
                engine.run(connection, change, Set.of());
            }
        }
    }

    @Test
    void a_database_that_nobody_touched_has_none() throws SQLException {
        assertThat(compare(BOTH).drift()).isEmpty();
    }

    @Test
    void tables_that_came_and_went() throws SQLException {
        run("create table by_hand (id bigint)");
        run("drop table account");
        requireDrift(
                "table by_hand is in the database, but no revision made it",
                "table account is not in the database, though a revision made it");
    }

    @Test
    void columns_and_indexes_that_came_and_went() throws SQLException {
        run("alter table tenant add column by_hand bigint");
        run("alter table tenant drop column name");
        run("create index ix_by_hand on account (email)");
        run("drop index ix_account_score");
        requireDrift(
                "column tenant.by_hand is in the database, but no revision made it",
                "column tenant.name is not in the database, though a revision made it",
                "index account.ix_by_hand is in the database, but no revision made it",
                "index account.ix_account_score is not in the database, though a revision made it");
    }

    @Test
    void an_index_that_became_another() throws SQLException {
        run("drop index ix_account_score");
        run("create unique index ix_account_score on account (score desc) where score > 5");
        requireDrift("index account.ix_account_score is not what the revisions made it");
    }

    /// It is named once: as what it is now, and not as gone too.
    @Test
    void an_index_that_became_one_which_cannot_be_read() throws SQLException {
        run("drop index ix_account_score");
        run("create index ix_account_score on account ((score + 1))");
        requireDrift();
        assertThat(compare(BOTH).unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.name()).isEqualTo("ix_account_score"));
    }

    @Test
    void a_table_that_became_one_which_cannot_be_read() throws SQLException {
        run("drop table account");
        run(
                engine.dialect() == Dialect.SQLITE
                        ? "create table account (id integer) strict"
                        : "create table account (id bigint) partition by range (id)");
        requireDrift();
        assertThat(compare(BOTH).unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.name()).isEqualTo("account"));
    }

    @Test
    void a_check_that_became_another() throws SQLException {
        run("alter table account drop constraint ck_account_score");
        run("alter table account add constraint ck_account_score check (score >= 1)");
        requireDrift("check account.ck_account_score is not what the revisions made it");
    }

    @Test
    void a_column_that_may_be_empty_now() throws SQLException {
        run("alter table account alter column email drop not null");
        requireDrift("column account.email is not what the revisions made it");
    }

    @Test
    void a_type_a_default_a_rule_and_a_key() throws SQLException {
        make(
                "account",
                column("id", bigint()).notNull(),
                column("tenant_id", bigint()),
                column("email", text()).notNull(),
                column("score", bigint()).notNull().defaultTo("7"),
                primaryKey("email"),
                unique("uq_account_email", "email", "id"),
                foreignKey("fk_account_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(CASCADE),
                check("ck_account_score", "score >= 0"),
                index("ix_account_score", "score"));
        requireDrift(
                "column account.score is not what the revisions made it",
                "primary key account.pk_account is not what the revisions made it",
                "unique account.uq_account_email is not what the revisions made it",
                "foreign key account.fk_account_tenant is not what the revisions made it");
    }

    @Test
    void a_change_of_the_model_is_written_as_if_nobody_had_touched_the_same_thing() throws SQLException {
        run("alter table account drop constraint ck_account_score");
        run("alter table account add constraint ck_account_score check (score >= 1)");
        run("create index ix_by_hand on account (email)");
        var wanted =
                ACCOUNT.without(CheckShape.class, "ck_account_score").with(check("ck_account_score", "score >= -5"));
        var comparison = compare(List.of(TENANT, wanted));
        assertThat(comparison.drift()).hasSize(2);
        assertThat(comparison.upgrade())
                .containsExactly(
                        new Operation.DropCheck("account", "ck_account_score"),
                        new Operation.AddCheck("account", check("ck_account_score", "score >= -5")));
        assertThat(comparison.downgrade())
                .as("in the revisions' own words, not in this database's")
                .containsExactly(
                        new Operation.DropCheck("account", "ck_account_score"),
                        new Operation.AddCheck("account", check("ck_account_score", "score >= 0")));
    }

    @Test
    void what_was_made_by_hand_and_is_declared_now_still_needs_its_revision() throws SQLException {
        run("alter table tenant add column nick bigint");
        var comparison = compare(List.of(TENANT.with(column("nick", bigint())), ACCOUNT));
        assertThat(comparison.inWords()).containsExactly("added column tenant.nick");
        assertThat(comparison.hints())
                .containsExactly(
                        "column tenant.nick is in this database already: stamp the revision here in place of running it, or take away what was made by hand");
    }

    @Test
    void a_spelling_is_no_drift() throws SQLException {
        run("drop index ix_account_score");
        run("CREATE INDEX \"ix_account_score\" ON \"account\" ( \"score\" ASC )");
        run("alter table account drop constraint ck_account_score");
        run("alter table account add constraint ck_account_score check (\"score\">=0)");
        requireDrift();
    }

    private void requireDrift(String... lines) throws SQLException {
        var comparison = compare(BOTH);
        assertThat(comparison.drift()).extracting(Drift::toString).containsExactlyInAnyOrder(lines);
        assertThat(comparison.inWords()).as("the model did not change").isEmpty();
    }

    private void make(String name, TableElement... elements) throws SQLException {
        run("drop table " + name);
        var before = SchemaShape.of(List.of(TENANT));
        try (var connection = database.connect()) {
            for (var change : engine.plan(List.of(new Operation.CreateTable(table(name, elements))), before)) {
                engine.run(connection, change, Set.of());
            }
        }
    }

    private Comparison compare(List<TableShape> declared) throws SQLException {
        try (var connection = database.connect()) {
            return Comparison.of(connection, engine, SchemaShape.of(BOTH), SchemaShape.of(declared), Set.of());
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static TableShape table(String name, TableElement... elements) {
        return TableShape.of(name, List.of(elements));
    }
}
