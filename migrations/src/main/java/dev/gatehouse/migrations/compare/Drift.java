package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody changed in a database behind the revisions' back, in words.
final class Drift {
    private final Catalog catalog;
    private final Shadows shadows;
    private final List<String> found = new ArrayList<>();

    private Drift(Catalog catalog, Shadows shadows) {
        this.catalog = catalog;
        this.shadows = shadows;
    }

    static List<String> of(Catalog catalog, Shadows shadows, SchemaShape recorded) {
        var drift = new Drift(catalog, shadows);
        for (var live : catalog.schema().tables()) drift.come(live, recorded.find(live.name()));
        recorded.tables().forEach(drift::gone);
        return drift.found;
    }

    private void come(TableShape live, Optional<TableShape> recorded) {
        if (recorded.isEmpty()) {
            found.add("table %s is in the database, but no revision made it".formatted(live.name()));
            return;
        }
        for (var element : live.elements()) {
            var what = InWords.element(live.name(), element);
            if (recorded.get().find(element.getClass(), element.name()).isEmpty()) {
                found.add("%s is in the database, but no revision made it".formatted(what));
            } else if (!find(shadows.live(), live, element).equals(find(shadows.recorded(), live, element))) {
                found.add("%s is not what the revisions made it".formatted(what));
            }
        }
    }

    private void gone(TableShape recorded) {
        var name = recorded.name();
        if (catalog.isUnread(name, name)) return;
        var live = catalog.schema().find(name);
        if (live.isEmpty()) {
            found.add("table %s is not in the database, though a revision made it".formatted(name));
            return;
        }
        for (var element : recorded.elements()) {
            if (live.get().find(element.getClass(), element.name()).isEmpty()
                    && find(shadows.recorded(), recorded, element).isPresent()
                    && !catalog.isUnread(name, element.name())) {
                found.add("%s is not in the database, though a revision made it"
                        .formatted(InWords.element(name, element)));
            }
        }
    }

    private static Optional<? extends TableElement> find(SchemaShape schema, TableShape table, TableElement element) {
        return schema.find(table.name()).flatMap(shape -> shape.find(element.getClass(), element.name()));
    }
}
