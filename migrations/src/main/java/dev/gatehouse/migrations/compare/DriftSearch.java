package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what somebody changed in a database behind the revisions' back.
final class DriftSearch {
    private final Engine engine;
    private final Catalog catalog;
    private final Shadows shadows;
    private final List<Drift> found = new ArrayList<>();

    private DriftSearch(Engine engine, Catalog catalog, Shadows shadows) {
        this.engine = engine;
        this.catalog = catalog;
        this.shadows = shadows;
    }

    static List<Drift> drift(Engine engine, Catalog catalog, Shadows shadows, SchemaShape recorded) {
        var search = new DriftSearch(engine, catalog, shadows);
        for (var live : catalog.schema().tables()) search.come(live, recorded.find(live.name()));
        recorded.tables().forEach(search::gone);
        return search.found;
    }

    private void come(TableShape live, Optional<TableShape> recorded) {
        if (recorded.isEmpty()) {
            found.add(new Drift("table " + live.name(), Optional.of(engine.spelled(live)), Optional.empty()));
            return;
        }
        for (var element : live.elements()) {
            var isNew = recorded.get().find(element.getClass(), element.name()).isEmpty();
            var now = find(shadows.live(), live.name(), element);
            if (isNew || !now.equals(find(shadows.recorded(), live.name(), element))) add(live.name(), element);
        }
    }

    private void gone(TableShape recorded) {
        var name = recorded.name();
        if (catalog.isUnread(name, name)) return;
        var live = catalog.schema().find(name);
        if (live.isEmpty()) {
            var was = engine.spelled(shadows.recorded().get(name));
            found.add(new Drift("table " + name, Optional.empty(), Optional.of(was)));
            return;
        }
        for (var element : recorded.elements()) {
            if (live.get().find(element.getClass(), element.name()).isEmpty()
                    && find(shadows.recorded(), name, element).isPresent()
                    && !catalog.isUnread(name, element.name())) add(name, element);
        }
    }

    private void add(String table, TableElement element) {
        found.add(new Drift(
                InWords.element(table, element),
                find(shadows.live(), table, element).map(one -> engine.spelled(table, one)),
                find(shadows.recorded(), table, element).map(one -> engine.spelled(table, one))));
    }

    private static Optional<? extends TableElement> find(SchemaShape schema, String table, TableElement element) {
        return schema.find(table).flatMap(shape -> shape.find(element.getClass(), element.name()));
    }
}
