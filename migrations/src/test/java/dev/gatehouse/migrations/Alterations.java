package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every way in which a schema of every kind of object can change, as pairs of schemas. Each pair stands for two
/// changes: the way there and the way back.
final class Alterations {
    /// Two schemas, and what is different about them.
    record Case(String name, SchemaShape from, SchemaShape to) {}

    private static final String LONGEST = "a_name_of_sixty_three_characters_which_is_as_long_as_it_may_be_";
    private static final TableShape TENANT = table(
            "tenant",
            column("id", bigint()).notNull(),
            column("code", text()).notNull(),
            column("name", text()),
            primaryKey("id"),
            unique("uq_tenant_code", "code"),
            unique("uq_tenant_both", "id", "code"));

    /// The table that most cases alter; others refer to it, it refers to others and to itself.
    private static final List<TableElement> ACCOUNT = List.of(
            column("id", bigint()).notNull(),
            column("tenant_id", bigint()),
            column("boss_id", bigint()),
            column("email", text()).notNull().defaultTo("'nobody'"),
            column("order", integer()).notNull().defaultTo("0"),
            column("note", text()),
            primaryKey("id"));

    private static final List<TableElement> CHILD = List.of(
            column("id", bigint()).notNull(),
            column("account_id", bigint()),
            primaryKey("id"),
            foreignKey("fk_child_account", "account_id")
                    .references("account", "id")
                    .onDelete(CASCADE));

    private static final Map<SqlType, List<String>> DEFAULTS = Map.of(
            SqlType.TEXT,
                    List.of("'plain'", "'it''s \"quoted\", (bracketed'", "lower('ABC')", "''", "'ünï ☃'", "'a' || 'b'"),
            SqlType.INTEGER, List.of("0", "-5", "2 + 3", "abs(-7)"),
            SqlType.BIGINT, List.of("9000000000", "-9000000000"),
            SqlType.DOUBLE, List.of("1.5", "-0.25", "1e10"),
            SqlType.BOOLEAN, List.of("true", "false"),
            SqlType.UUID, List.of("'00000000-0000-0000-0000-00000000000f'"),
            SqlType.JSON, List.of("'{}'", "'{\"a\": [1, \"it''s\"]}'"));

    private static final List<CheckShape> CHECKS = Stream.of(
                    "length(email) > 0",
                    "email <> 'it''s'",
                    "email in ('11', '22', '33', 'nobody', 'ünï ☃', 'a, b) c')",
                    "email like '%' and not (email like '%@@%')",
                    "email not in ('--', '/* no */')",
                    "\"order\" >= -1",
                    "\"order\" between -10 and 10 or email is null",
                    "\"order\" > - -0 or \"order\" <= 0",
                    "case when \"order\" > 3 then email is not null else true end",
                    "coalesce(note, 'x') <> '' and (tenant_id is null or tenant_id > 0)",
                    "boss_id is null or boss_id <> 17 and boss_id != 18",
                    "(\"order\" * 2 + 1) % 7 <> 6 or lower(email) = upper(email)",
                    "email <> '\"' and email <> 'a''''b'",
                    "cast(\"order\" as text) <> ''")
            .map(sql -> check("ck_account_rule", sql))
            .toList();

    private static final List<IndexShape> INDEXES = List.of(
            index("ix_account_rule", "email"),
            index("ix_account_rule", desc("email")),
            index("ix_account_rule", desc("email"), asc("order"), desc("id")),
            index("ix_account_rule", "order", "email"),
            uniqueIndex("ix_account_rule", "email"),
            uniqueIndex("ix_account_rule", asc("note"), desc("id")),
            index("ix_account_rule", "email").where("\"order\" > 0"),
            index("ix_account_rule", "email").where("note is null and email <> 'it''s'"),
            index("ix_account_rule", "email").where("email in ('11', '22') or \"order\" between 1 and 2"),
            uniqueIndex("ix_account_rule", "email").where("\"order\" >= 0 and note is not null"));

    static final List<Case> CASES = Stream.of(
                    columns(), types(), defaults(), keys(), references(), checks(), indexes(), names(), together())
            .flatMap(List::stream)
            .toList();

    private Alterations() {}

    private static List<Case> columns() {
        var cases = new ArrayList<Case>();
        for (var type : SqlType.values()) {
            var column = column("extra", type);
            cases.add(account("add a column of " + type, List.of(), List.of(column)));
            cases.add(account(
                    "a column of %s becomes not null".formatted(type),
                    List.of(filled(type, true)),
                    List.of(filled(type, false))));
        }
        for (var type : DEFAULTS.keySet()) {
            var column =
                    column("extra", type).notNull().defaultTo(DEFAULTS.get(type).getFirst());
            cases.add(account("add a filled column of " + type, List.of(), List.of(column)));
        }
        return cases;
    }

    /// With a default, since a row with nothing in it would stop the change, and rightly so.
    private static ColumnShape filled(SqlType type, boolean nullable) {
        var column = column("boss_ref", type);
        return nullable ? column : column.notNull();
    }

    /// Each change of type, of a bare column and of one that a key, an index, a check and a condition name.
    private static List<Case> types() {
        var cases = new ArrayList<Case>();
        for (var from : SqlType.values()) {
            for (var to : SqlType.values()) {
                if (from == to || !Engine.canChange(from, to) || !Engine.canChange(to, from)) continue;
                var name = "%s becomes %s".formatted(from, to);
                cases.add(account(name, List.of(column("extra", from)), List.of(column("extra", to))));
                cases.add(account(name + " in keys and conditions", used(from), used(to)));
                cases.add(referred(name + " in a foreign key", from, to));
            }
        }
        return cases;
    }

    private static List<TableElement> used(SqlType type) {
        return List.of(
                column("extra", type),
                unique("uq_account_extra", "extra"),
                index("ix_account_extra", asc("email"), desc("extra")),
                check("ck_account_extra", "extra is null or \"order\" <> 77"),
                index("ix_account_part", "email").where("extra is not null"));
    }

    private static Case referred(String name, SqlType from, SqlType to) {
        return new Case(name, pair(from), pair(to));
    }

    private static SchemaShape pair(SqlType type) {
        return schema(
                table("place", column("id", type).notNull(), primaryKey("id")),
                table(
                        "visit",
                        column("id", bigint()).notNull(),
                        column("place_id", type),
                        primaryKey("id"),
                        foreignKey("fk_visit_place", "place_id")
                                .references("place", "id")
                                .onDelete(SET_NULL)));
    }

    private static List<Case> defaults() {
        var cases = new ArrayList<Case>();
        DEFAULTS.forEach((type, texts) -> {
            var bare = column("extra", type);
            var before = bare;
            for (var text : texts) {
                var now = bare.defaultTo(text);
                cases.add(account("default %s of %s".formatted(text, type), List.of(before), List.of(now)));
                before = now;
            }
            cases.add(account("no default of " + type, List.of(before), List.of(bare)));
        });
        var moment = column("extra", instant());
        cases.add(account(
                "a moment that defaults to now",
                List.of(moment),
                List.of(moment.defaultTo("unixepoch() * 1000000", "current_timestamp"))));
        return cases;
    }

    private static List<Case> keys() {
        var bare = List.<TableElement>of(
                column("a", bigint()).notNull(), column("b", text()).notNull(), column("c", text()));
        return List.of(
                one("add a primary key", bare, plus(bare, primaryKey("a"))),
                one("widen a primary key", plus(bare, primaryKey("a")), plus(bare, primaryKey("a", "b"))),
                one("turn a primary key around", plus(bare, primaryKey("a", "b")), plus(bare, primaryKey("b", "a"))),
                one("another primary key", plus(bare, primaryKey("a")), plus(bare, primaryKey("b"))),
                one(
                        "a primary key of another name",
                        plus(bare, primaryKey("a")),
                        plus(bare, primaryKey("a").named("pk_other"))),
                one("add a unique", bare, plus(bare, unique("uq_one", "c"))),
                one("widen a unique", plus(bare, unique("uq_one", "c")), plus(bare, unique("uq_one", "c", "a"))),
                one(
                        "turn a unique around",
                        plus(bare, unique("uq_one", "c", "a")),
                        plus(bare, unique("uq_one", "a", "c"))),
                one(
                        "a unique becomes a unique index",
                        plus(bare, unique("uq_one", "c")),
                        plus(bare, uniqueIndex("uq_one", "c"))),
                one(
                        "a key column that becomes nullable",
                        plus(bare, primaryKey("a", "b")),
                        List.of(
                                column("a", bigint()).notNull(),
                                column("b", text()),
                                column("c", text()),
                                primaryKey("a"))));
    }

    private static List<Case> references() {
        var cases = new ArrayList<Case>();
        var self = foreignKey("fk_account_boss", "boss_id").references("account", "id");
        var other = foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id");
        var both = foreignKey("fk_account_both", "tenant_id", "note").references("tenant", "id", "code");
        for (var key : List.of(self, other, both)) {
            cases.add(account("add " + key.name(), List.of(), List.of(key)));
            for (var rule : OnDelete.values()) {
                if (rule == OnDelete.NO_ACTION) continue;
                cases.add(account(key.name() + " on delete " + rule, List.of(key), List.of(key.onDelete(rule))));
            }
        }
        cases.add(new Case("a circle is made", schema(egg(false), hen(false)), schema(egg(true), hen(true))));
        cases.add(new Case("a circle appears at once", schema(TENANT), schema(TENANT, egg(true), hen(true))));
        cases.add(new Case(
                "a referred key moves to a unique",
                schema(TENANT, refers("fk_ref", "id")),
                schema(TENANT, refers("fk_ref", "code_id"))));
        return cases;
    }

    private static TableShape refers(String name, String column) {
        return table(
                "ref",
                column("id", bigint()).notNull(),
                column("code_id", bigint()),
                primaryKey("id"),
                foreignKey(name, column).references("tenant", "id"));
    }

    private static TableShape egg(boolean refers) {
        return side("egg", "hen", refers);
    }

    private static TableShape hen(boolean refers) {
        return side("hen", "egg", refers);
    }

    private static TableShape side(String name, String other, boolean refers) {
        var elements = new ArrayList<TableElement>(
                List.of(column("id", bigint()).notNull(), column(other + "_id", bigint()), primaryKey("id")));
        if (refers) elements.add(foreignKey("fk_" + name, other + "_id").references(other, "id"));
        return TableShape.of(name, elements);
    }

    private static List<Case> checks() {
        var cases = new ArrayList<Case>();
        CheckShape before = null;
        for (var check : CHECKS) {
            cases.add(account("add check " + check.expression(), List.of(), List.of(check)));
            if (before != null)
                cases.add(account("change to check " + check.expression(), List.of(before), List.of(check)));
            before = check;
        }
        return cases;
    }

    private static List<Case> indexes() {
        var cases = new ArrayList<Case>();
        IndexShape before = null;
        for (var index : INDEXES) {
            cases.add(account("add " + index, List.of(), List.of(index)));
            if (before != null) cases.add(account("change to " + index, List.of(before), List.of(index)));
            before = index;
        }
        return cases;
    }

    private static List<Case> names() {
        var cases = new ArrayList<Case>();
        for (var name : List.of(
                "order",
                "user",
                "group",
                "Mixed Case",
                "with\"quote",
                "select",
                LONGEST,
                "größe",
                "a.b",
                "ŁÓDŹ",
                "desc",
                "primary")) {
            var bare = List.<TableElement>of(column("id", bigint()).notNull(), column(name, text()), primaryKey("id"));
            var quoted = dev.gatehouse.mapper.Identifier.quoted(name);
            var full = List.<TableElement>of(
                    column("id", bigint()).notNull(),
                    column(name, text()).notNull(),
                    column("parent", bigint()),
                    primaryKey("id"),
                    unique(shorter("uq_" + name), name),
                    check(shorter("ck_" + name), quoted + " <> 'x'"),
                    index(shorter("ix_" + name), desc(name)).where(quoted + " <> 'y'"),
                    foreignKey(shorter("fk_" + name), "parent").references(name, "id"));
            cases.add(new Case(
                    "a table and a column named " + name,
                    schema(TableShape.of(name, bare)),
                    schema(TableShape.of(name, full))));
        }
        return cases;
    }

    private static String shorter(String name) {
        return name.length() > 63 ? name.substring(0, 63) : name;
    }

    private static List<Case> together() {
        var much = List.<TableElement>of(
                column("extra", uuid()),
                column("more", bool()).notNull().defaultTo("true"),
                CHECKS.get(2),
                unique("uq_account_much", "email", "extra"),
                foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"),
                INDEXES.getLast());
        var less = List.<TableElement>of(
                column("extra", text()).defaultTo("'x'"),
                check("ck_account_rule", "extra <> 'y'"),
                unique("uq_account_much", "extra"),
                foreignKey("fk_account_tenant", "boss_id")
                        .references("account", "id")
                        .onDelete(CASCADE),
                index("ix_account_other", "extra"));
        var renamedKey = table(
                "account",
                column("number", bigint()).notNull(),
                column("tenant_id", bigint()),
                primaryKey("number"),
                foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"));
        var child = TableShape.of("child", CHILD);
        return List.of(
                account("much at once in one table", much, less),
                account("everything from nothing", List.of(), much),
                new Case(
                        "tables come and go",
                        schema(TENANT, egg(false)),
                        schema(
                                child.without(dev.gatehouse.migrations.shape.ForeignKeyShape.class, "fk_child_account"),
                                hen(false))),
                new Case(
                        "a table goes that another referred to",
                        schema(TENANT, TableShape.of("account", ACCOUNT), child),
                        schema(TENANT, table("child", column("id", bigint()).notNull(), primaryKey("id")))),
                new Case(
                        "a key that is referred to moves, and so do those that refer",
                        schema(
                                table(
                                        "top",
                                        column("a", bigint()).notNull(),
                                        column("b", bigint()).notNull(),
                                        primaryKey("a"),
                                        unique("uq_top", "b")),
                                table(
                                        "low",
                                        column("id", bigint()).notNull(),
                                        column("top_id", bigint()),
                                        primaryKey("id"),
                                        foreignKey("fk_low", "top_id").references("top", "a"))),
                        schema(
                                table(
                                        "top",
                                        column("a", bigint()).notNull(),
                                        column("b", bigint()).notNull(),
                                        primaryKey("b"),
                                        unique("uq_top", "a")),
                                table(
                                        "low",
                                        column("id", bigint()).notNull(),
                                        column("top_id", bigint()),
                                        primaryKey("id"),
                                        foreignKey("fk_low", "top_id").references("top", "b")))),
                new Case("an empty schema", SchemaShape.EMPTY, schema(TENANT, renamedKey)));
    }

    private static Case account(String name, List<? extends TableElement> from, List<? extends TableElement> to) {
        return new Case(name, around(from), around(to));
    }

    private static SchemaShape around(List<? extends TableElement> extras) {
        return schema(
                TENANT,
                TableShape.of("account", plus(ACCOUNT, extras.toArray(TableElement[]::new))),
                TableShape.of("child", CHILD));
    }

    private static Case one(String name, List<? extends TableElement> from, List<? extends TableElement> to) {
        return new Case(name, schema(TableShape.of("thing", from)), schema(TableShape.of("thing", to)));
    }

    private static List<TableElement> plus(List<? extends TableElement> elements, TableElement... more) {
        return Stream.concat(elements.stream(), Stream.of(more)).toList();
    }

    private static TableShape table(String name, TableElement... elements) {
        return TableShape.of(name, List.of(elements));
    }

    private static SchemaShape schema(TableShape... tables) {
        return SchemaShape.of(List.of(tables));
    }
}
