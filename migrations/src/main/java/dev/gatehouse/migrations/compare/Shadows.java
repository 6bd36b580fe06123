package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// Three schemas as the same engine spells them: the live one, the one that the revisions make and the declared
/// one.
///
/// A schema that was dumped and loaded again may spell a check a little differently from the same check made
/// anew. So where only text differs, all three go through the engine again, until they stand still.
record Shadows(SchemaShape live, SchemaShape recorded, SchemaShape declared) {

    private static final int TIMES = 3;

    static Shadows settled(
            Connection connection, Engine engine, SchemaShape live, SchemaShape recorded, SchemaShape declared)
            throws SQLException {
        var made = engine.shadow(connection, recorded).schema();
        var wanted = isSame(recorded, declared)
                ? made
                : engine.shadow(connection, declared).schema();
        var shadows = new Shadows(live, made, wanted);
        for (var time = 0; time < TIMES && shadows.isInDoubt(); time++) {
            var again = new Shadows(
                    again(connection, engine, shadows.live),
                    again(connection, engine, shadows.recorded),
                    again(connection, engine, shadows.declared));
            if (again.equals(shadows)) break;
            shadows = again;
        }
        return shadows;
    }

    /// The order of columns and constraints is no difference: a column that came later stands at the end.
    private static boolean isSame(SchemaShape one, SchemaShape other) {
        return one.tables().size() == other.tables().size()
                && one.tables().stream()
                        .allMatch(table -> other.find(table.name())
                                .filter(same -> Set.copyOf(same.elements()).equals(Set.copyOf(table.elements())))
                                .isPresent());
    }

    /// A live schema may need what only its own database has; then it keeps its spelling.
    private static SchemaShape again(Connection connection, Engine engine, SchemaShape schema) {
        try {
            return engine.shadow(connection, schema).schema();
        } catch (SQLException | MigrationException _) {
            return schema;
        }
    }

    private boolean isInDoubt() {
        return differsInText(live, declared) || differsInText(live, recorded);
    }

    private static boolean differsInText(SchemaShape one, SchemaShape other) {
        return one.tables().stream()
                .anyMatch(table -> other.find(table.name()).stream()
                        .anyMatch(same -> table.elements().stream()
                                .anyMatch(element ->
                                        differsInText(element, same.find(element.getClass(), element.name())))));
    }

    private static boolean differsInText(TableElement one, Optional<? extends TableElement> other) {
        return other.isPresent() && !one.equals(other.get()) && withoutText(one).equals(withoutText(other.get()));
    }

    private static TableElement withoutText(TableElement element) {
        return switch (element) {
            case ColumnShape column when column.defaultsTo().isPresent() -> column.defaultTo("?");
            case CheckShape(var name, var _) -> new CheckShape(name, "?");
            case IndexShape index when index.where().isPresent() -> index.where("?");
            default -> element;
        };
    }
}
