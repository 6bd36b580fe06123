package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.DefaultShape;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// What a column was and what it is to be, as a person would say it: `type from bigint to integer, now not null`.
final class ColumnChange {
    private ColumnChange() {}

    static String inWords(ColumnShape before, ColumnShape after) {
        var words = new ArrayList<String>();
        if (before.type() != after.type()) words.add("type from %s to %s".formatted(type(before), type(after)));
        if (before.nullable() != after.nullable()) words.add(after.nullable() ? "now nullable" : "now not null");
        if (!before.defaultsTo().equals(after.defaultsTo())) {
            words.add("default from %s to %s".formatted(text(before.defaultsTo()), text(after.defaultsTo())));
        }
        return String.join(", ", words);
    }

    private static String type(ColumnShape column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<DefaultShape> value) {
        return value.map(DefaultShape::sqlite).orElse("none");
    }
}
