package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;

/// Which rows an update or a delete is about. It must be said: forgetting it would be about all of them.
final class Rows {
    private final Table table;
    private final List<Condition> conditions = new ArrayList<>();
    private boolean every;

    Rows(Table table) {
        this.table = table;
    }

    void where(Condition... all) {
        for (var condition : all) conditions.add(condition);
    }

    void every() {
        every = true;
    }

    void write(Phrase out) {
        refuseUnlessSaid();
        out.conditions(" where ", conditions);
    }

    /// At most so many of them, found by their primary key.
    void write(Phrase out, long limit) {
        refuseUnlessSaid();
        var key = table.primaryKey()
                .orElseThrow(() -> new IllegalStateException(table + " has no primary key to pick rows by"))
                .columns();
        writeKey(out.text(" where ("), key);
        writeKey(out.text(") in (select "), key);
        out.text(" from ").table(table).conditions(" where ", conditions);
        out.limit(limit).text(")");
    }

    private static void writeKey(Phrase out, List<Column<?>> key) {
        for (int i = 0; i < key.size(); i++) {
            if (i > 0) out.text(", ");
            out.expression(key.get(i));
        }
    }

    private void refuseUnlessSaid() {
        boolean narrowed = conditions.stream().anyMatch(Condition::isReal);
        if (narrowed == every)
            throw new IllegalStateException(
                    every
                            ? table + ": every row, or those that meet a condition?"
                            : table + ": no condition is left; if every row is meant, say everyRow()");
    }
}
