package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.regex.Pattern;

/// Where `upgrade` and `downgrade` are asked to go, in Alembic's words.
sealed interface Target {

    /// The newest revision; refused while there are several.
    record Head() implements Target {}

    /// Every newest revision, however many branches there are.
    record Heads() implements Target {}

    /// Before the first revision.
    record Base() implements Target {}

    /// So many steps from here: forward when positive, back when negative.
    record Relative(int steps) implements Target {}

    /// A revision by its id or by the beginning of it.
    record Named(String prefix) implements Target {}

    Pattern RELATIVE = Pattern.compile("[+-]\\d{1,6}");
    Pattern ID = Pattern.compile("[A-Za-z0-9_]+");

    static Target parse(String text) {
        return switch (text) {
            case "head" -> new Head();
            case "heads" -> new Heads();
            case "base" -> new Base();
            default -> parseStep(text);
        };
    }

    private static Target parseStep(String text) {
        if (RELATIVE.matcher(text).matches()) {
            var steps = Integer.parseInt(text);
            if (steps == 0) throw new MigrationException("'%s' moves nowhere: say +1 or -1".formatted(text));
            return new Relative(steps);
        }
        if (ID.matcher(text).matches()) return new Named(text);
        throw new MigrationException(
                "'%s' is no target: say head, base, +N, -N, a revision or the beginning of one".formatted(text));
    }
}
