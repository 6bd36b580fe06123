package dev.gatehouse.migrations.compare;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.SchemaText;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Unread;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every kind of thing that a shape cannot hold: each is named, nothing is written against it, and a change of its
/// table does not lose it: it is there afterwards, or the change is refused.
@EachDatabase
class UnreadTest {
    /// @param sql makes it
    /// @param named what is said about it
    private record Case(String sql, String named) {}

    private static final List<TableShape> TABLES = List.of(
            TableShape.of("place", List.of(column("id", bigint()).notNull(), primaryKey("id"))),
            TableShape.of(
                    "thing",
                    List.of(
                            column("id", bigint()).notNull(),
                            column("name", text()),
                            column("place_id", bigint()),
                            primaryKey("id"))));

    private static final List<Case> POSTGRES = List.of(
            new Case(
                    "alter table thing add x text generated always as ('a') stored", "column thing.x: it is generated"),
            new Case(
                    "alter table thing add x bigint generated always as identity", "column thing.x: it is an identity"),
            new Case("alter table thing add x bigserial", "column thing.x: it counts by a sequence"),
            new Case(
                    "alter table thing add x varchar(20)",
                    "column thing.x: its type is not known (character varying(20))"),
            new Case("alter table thing add x numeric(5, 2)", "column thing.x: its type is not known (numeric(5,2))"),
            new Case("alter table thing add x text[]", "column thing.x: its type is not known (text[])"),
            new Case("alter table thing add x timestamptz(3)", "column thing.x: its type is not known"),
            new Case("alter table thing add x text", "column thing.x: its collation is default, not C (text)"),
            new Case(
                    "alter table thing add x text collate \"und-x-icu\"", "column thing.x: its collation is und-x-icu"),
            new Case(
                    "create domain x as bigint; alter table thing add x x",
                    "column thing.x: its type is not known (x)"),
            new Case("create type x as enum ('a')", "type x: types are left alone"),
            new Case("create index x on thing (lower(name))", "index thing.x: CREATE INDEX x"),
            new Case("create index x on thing using hash (name)", "index thing.x: CREATE INDEX x"),
            new Case("create index x on thing (id) include (name)", "index thing.x: CREATE INDEX x"),
            new Case("create index x on thing (name desc nulls last)", "index thing.x: CREATE INDEX x"),
            new Case("create index x on thing (name text_pattern_ops)", "index thing.x: CREATE INDEX x"),
            new Case(
                    "alter table thing add j jsonb; create index x on thing using gin (j)",
                    "index thing.x: CREATE INDEX x"),
            new Case(
                    "create unique index x on thing (name) nulls not distinct", "index thing.x: CREATE UNIQUE INDEX x"),
            new Case(
                    "alter table thing add constraint x unique nulls not distinct (name)",
                    "constraint thing.x: UNIQUE NULLS"),
            new Case(
                    "alter table thing add constraint x unique (name) deferrable",
                    "constraint thing.x: UNIQUE (name) DEFERRABLE"),
            new Case(
                    "alter table thing add constraint x check (id > 0) not valid",
                    "constraint thing.x: CHECK ((id > 0)) NOT VALID"),
            new Case(
                    "alter table thing add constraint x check (id > 0) no inherit",
                    "constraint thing.x: CHECK ((id > 0)) NO INHERIT"),
            new Case(
                    "alter table thing add constraint x exclude using btree (name with =)",
                    "constraint thing.x: EXCLUDE"),
            new Case(
                    "alter table thing add constraint x foreign key (place_id) references place on update cascade",
                    "constraint thing.x: FOREIGN KEY"),
            new Case(
                    "alter table thing add constraint x foreign key (place_id) references place deferrable initially deferred",
                    "constraint thing.x: FOREIGN KEY"),
            new Case(
                    "alter table thing add constraint x foreign key (place_id) references place match full",
                    "constraint thing.x: FOREIGN KEY"),
            new Case(
                    "alter table thing add constraint x foreign key (place_id) references place on delete set default",
                    "constraint thing.x: FOREIGN KEY"),
            new Case("create table x (id bigint) partition by hash (id)", "table x: it is partitioned"),
            new Case("create table x () inherits (place)", "table x: it inherits from another table"),
            new Case("create unlogged table x (id bigint)", "table x: it is not logged"),
            new Case("alter table place enable row level security", "table place: it has row security"),
            new Case("create policy x on thing using (id > 0)", "policy thing.x: policies are left alone"),
            new Case("comment on column thing.name is 'x'", "comment thing.name: comments are left alone"),
            new Case("comment on table thing is 'x'", "comment thing: comments are left alone"),
            new Case("create view x as select name from thing", "view x: it is left alone"),
            new Case("create materialized view x as select name from thing", "materialized view x: it is left alone"),
            new Case("create sequence x", "sequence x: it is left alone"),
            new Case(
                    "create statistics x on id, name from thing",
                    "statistics thing.x: extended statistics are left alone"),
            new Case("create rule x as on insert to thing do also notify x", "rule thing.x: rules are left alone"),
            new Case(
                    "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger x before insert on thing for each row execute function f()",
                    "trigger thing.x: triggers are left alone"));

    private static final List<Case> SQLITE = List.of(
            new Case("alter table thing add x text as (name) virtual", "column thing.x: as (name) virtual"),
            new Case("alter table thing add x varchar(20)", "column thing.x: type varchar(20)"),
            new Case("alter table thing add x numeric", "column thing.x: type numeric"),
            new Case("alter table thing add x", "column thing.x: type is not said"),
            new Case("alter table thing add x text collate nocase", "column thing.x: collate nocase"),
            new Case(
                    "alter table thing add x bigint references place (id)",
                    "column thing.x: a foreign key needs a name"),
            new Case(
                    "alter table thing add x bigint constraint x references place",
                    "column thing.x: it does not say which columns"),
            new Case("alter table thing add x bigint check (x > 0)", "column thing.x: a check needs a name"),
            new Case(
                    "alter table thing add x bigint constraint x references place (id) on update cascade",
                    "column thing.x: on update"),
            new Case(
                    "alter table thing add x bigint constraint x references place (id) deferrable initially deferred",
                    "column thing.x: deferrable"),
            new Case(
                    "create table x (id bigint, constraint y check (id > 0), constraint y check (id > 1))",
                    "constraint x.y: table x: constraint or index y is there twice"),
            new Case("create index x on thing (lower(name))", "index thing.x: it is over lower (name)"),
            new Case("create index x on thing (name collate nocase)", "index thing.x: it is over name collate nocase"),
            new Case("create table x (id integer primary key autoincrement)", "column x.id: autoincrement"),
            new Case("create table x (id integer) strict", "table x: it is strict"),
            new Case("create table x (id bigint primary key) without rowid", "table x: it is without rowid"),
            new Case("create table x (id bigint unique)", "column x.id: a unique needs a name"),
            new Case(
                    "create table x (id bigint, constraint x primary key (id desc))",
                    "constraint x.x: only a name was expected"),
            new Case(
                    "create table x (id bigint, constraint x unique (id) on conflict replace)",
                    "constraint x.x: on conflict replace"),
            new Case("create virtual table x using fts5(body)", "virtual table x: virtual tables are left alone"),
            new Case(
                    "create table a_name_of_more_than_sixty_three_characters_which_sqlite_alone_allows (id bigint)",
                    "table a_name_of_more_than_sixty_three_characters_which_sqlite_alone_allows: "),
            new Case("create view x as select name from thing", "view x: views are left alone"),
            new Case(
                    "create trigger x after insert on THING begin select 1; end",
                    "trigger THING.x: triggers are left alone"));

    private final TestDatabase on;
    private final Engine engine;

    UnreadTest(TestDatabase on) {
        this.on = on;
        engine = Engine.of(on.dialect());
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_read_is_named_and_survives() {
        return (on.dialect() == Dialect.SQLITE ? SQLITE : POSTGRES)
                .stream().map(one -> DynamicTest.dynamicTest(one.sql(), () -> survives(one)));
    }

    private void survives(Case one) throws SQLException {
        var database = on.open();
        var model = SchemaShape.of(TABLES);
        carryOut(database, Creation.of(model), SchemaShape.EMPTY);
        run(database, one.sql());
        var there = schemaOf(database);
        var comparison = compare(database, model, model);
        assertThat(comparison.unread().stream().map(Unread::toString))
                .as("it is named")
                .anyMatch(said -> said.startsWith(one.named()));
        assertThat(comparison.inWords()).as("nothing is written against it").isEmpty();
        var change = List.<Operation>of(new Operation.AddUnique("thing", unique("uq_thing", "id", "place_id")));
        assertThatCode(() -> {
                    try {
                        carryOut(database, change, model);
                        carryOut(
                                database,
                                List.of(new Operation.DropUnique("thing", "uq_thing")),
                                model.replace(model.get("thing").with(unique("uq_thing", "id", "place_id"))));
                    } catch (MigrationException refused) {
                        assertThat(refused).hasMessageContaining("cannot be rebuilt, since this would be lost");
                    }
                })
                .doesNotThrowAnyException();
        assertThat(schemaOf(database)).as("it is there afterwards").isEqualTo(there);
    }

    private List<String> schemaOf(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return SchemaText.of(connection);
        }
    }

    private Comparison compare(Database database, SchemaShape recorded, SchemaShape declared) throws SQLException {
        try (var connection = database.connect()) {
            return Comparison.of(connection, engine, recorded, declared, Set.of());
        }
    }

    private void carryOut(Database database, List<Operation> operations, SchemaShape before) throws SQLException {
        try (var connection = database.connect()) {
            engine.inTransaction(connection, () -> {
                for (var change : engine.plan(operations, before)) engine.run(connection, change, Set.of());
                return null;
            });
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
