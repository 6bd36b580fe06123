package dev.gatehouse.migrations;

import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Schemas thrown by dice. The same names come up again and again, so that two of them have much in common and
/// differ in every way.
public final class RandomSchema {

    private static final List<String> TABLES =
            List.of("account", "order", "tenant", "a_table_with_a_rather_long_name_indeed");
    private static final List<String> COLUMNS =
            List.of("a", "name", "group", "created_at", "a_column_with_a_rather_long_name_too");

    private final RandomGenerator dice;

    public RandomSchema(RandomGenerator dice) {
        this.dice = dice;
    }

    public SchemaShape roll() {
        var schema = SchemaShape.EMPTY;
        for (var name : TABLES) {
            if (dice.nextInt(4) > 0) schema = schema.with(table(name, schema));
        }
        return schema;
    }

    private TableShape table(String name, SchemaShape before) {
        var elements = new ArrayList<TableElement>();
        elements.add(new ColumnShape("id", SqlType.BIGINT).notNull());
        for (var column : COLUMNS) if (dice.nextBoolean()) elements.add(column(column));
        var columns = elements.stream().map(TableElement::name).toList();
        elements.add(new PrimaryKeyShape("", List.of("id")));
        var key = some(columns);
        // A unique over the primary key's columns is folded into it by PostgreSQL.
        if (!key.equals(List.of("id"))) elements.add(new UniqueShape("uq_" + shorter(name), key));
        if (dice.nextBoolean()) elements.add(check(name, elements));
        if (dice.nextBoolean()) elements.add(index(name, columns, elements));
        if (dice.nextBoolean()) {
            elements.add(new ColumnShape("parent_id", SqlType.BIGINT));
            elements.add(reference(name, before));
        }
        return TableShape.of(name, elements);
    }

    private ColumnShape column(String name) {
        var type = SqlType.values()[dice.nextInt(SqlType.values().length)];
        var column = new ColumnShape(name, type);
        var literal = literal(type);
        if (dice.nextBoolean() && literal.isPresent()) column = column.defaultTo(literal.get());
        return dice.nextBoolean() && column.defaultsTo().isPresent() ? column.notNull() : column;
    }

    private Optional<String> literal(SqlType type) {
        return switch (type) {
            case TEXT -> Optional.of(dice.nextBoolean() ? "'it''s a \"text\"'" : "lower('ABC')");
            case INTEGER, BIGINT -> Optional.of(dice.nextBoolean() ? "-5" : "7");
            case DOUBLE -> Optional.of("1.5");
            case BOOLEAN -> Optional.of(dice.nextBoolean() ? "true" : "false");
            case UUID -> Optional.of("'00000000-0000-0000-0000-000000000001'");
            case JSON -> Optional.of("'{}'");
            case INSTANT, BYTES -> Optional.empty();
        };
    }

    private CheckShape check(String table, List<TableElement> elements) {
        var column = elements.stream()
                .filter(element -> element instanceof ColumnShape shape && shape.type() == SqlType.TEXT)
                .map(TableElement::name)
                .findFirst();
        var quoted = column.map(name -> "\"" + name + "\"");
        var bound = dice.nextInt(2) - 1;
        var text = quoted.map(name ->
                        name + " in ('one', 'two', 'a third one that is much longer than the others') or length(" + name
                                + ") > " + bound)
                .orElse("id >= " + -bound);
        return new CheckShape("ck_" + shorter(table), text);
    }

    private IndexShape index(String table, List<String> columns, List<TableElement> elements) {
        var parts = some(columns).stream()
                .map(name -> new IndexShape.Part(name, dice.nextBoolean()))
                .toList();
        var index = new IndexShape("ix_" + shorter(table), dice.nextInt(4) == 0, parts, Optional.empty());
        return dice.nextBoolean()
                ? index
                : index.where(dice.nextBoolean() ? "id > 0" : "id is not null and id <> 17 and id <> 18");
    }

    private ForeignKeyShape reference(String name, SchemaShape before) {
        var targets =
                new ArrayList<>(before.tables().stream().map(TableShape::name).toList());
        targets.add(name);
        var rule = OnDelete.values()[dice.nextInt(OnDelete.values().length)];
        var target = targets.get(dice.nextInt(targets.size()));
        return new ForeignKeyShape("fk_" + shorter(name), List.of("parent_id"), target, List.of("id"), rule);
    }

    private List<String> some(List<String> columns) {
        var chosen = columns.stream().filter(_ -> dice.nextInt(3) == 0).toList();
        return chosen.isEmpty() ? List.of("id") : chosen;
    }

    private static String shorter(String name) {
        return name.length() > 20 ? name.substring(0, 20) : name;
    }
}
