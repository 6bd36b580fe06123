package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for what somebody changed in a database behind the revisions' back.
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

    static List<Drift> of(Engine engine, Catalog catalog, Shadows shadows, SchemaShape recorded) {
        var search = new DriftSearch(engine, catalog, shadows);
        for (var live : catalog.schema().tables()) search.come(live, recorded.find(live.name()));
        recorded.tables().forEach(search::gone);
        return List.copyOf(search.found);
    }

    private void come(TableShape live, Optional<TableShape> recorded) {
        if (recorded.isEmpty()) {
            add("table " + live.name(), Optional.of(engine.spelled(live)), Optional.empty());
            return;
        }
        for (var element : live.elements()) {
            var isRecorded =
                    recorded.get().find(element.getClass(), element.name()).isPresent();
            var isSame = find(shadows.live(), live, element).equals(find(shadows.recorded(), live, element));
            if (!isRecorded || !isSame) add(live, element);
        }
    }

    private void gone(TableShape recorded) {
        var name = recorded.name();
        if (catalog.isUnread(name, name)) return;
        var live = catalog.schema().find(name);
        if (live.isEmpty()) {
            add(
                    "table " + name,
                    Optional.empty(),
                    Optional.of(engine.spelled(shadows.recorded().get(name))));
            return;
        }
        for (var element : recorded.elements()) {
            if (live.get().find(element.getClass(), element.name()).isEmpty()
                    && find(shadows.recorded(), recorded, element).isPresent()
                    && !catalog.isUnread(name, element.name())) {
                add(recorded, element);
            }
        }
    }

    private void add(TableShape table, TableElement element) {
        add(
                InWords.element(table.name(), element),
                spelled(shadows.live(), table, element),
                spelled(shadows.recorded(), table, element));
    }

    private void add(String what, Optional<String> live, Optional<String> recorded) {
        found.add(new Drift(what, live, recorded));
    }

    private Optional<String> spelled(SchemaShape schema, TableShape table, TableElement element) {
        return find(schema, table, element).map(shape -> engine.spelled(table.name(), shape));
    }

    private static Optional<? extends TableElement> find(SchemaShape schema, TableShape table, TableElement element) {
        return schema.find(table.name()).flatMap(shape -> shape.find(element.getClass(), element.name()));
    }
}
