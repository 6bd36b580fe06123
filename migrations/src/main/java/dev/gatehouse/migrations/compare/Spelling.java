package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The live schema in the revisions' neutral words wherever the database still is what they made of it. Where
/// somebody changed it by hand, only the engine's own words are left, and that is drift.
final class Spelling {

    private final Engine engine;
    private final Catalog catalog;
    private final Shadows shadows;
    private final SchemaShape recorded;
    private final List<Drift> drift = new ArrayList<>();
    private final SchemaShape schema;

    Spelling(Engine engine, Catalog catalog, Shadows shadows, SchemaShape recorded) {
        this.engine = engine;
        this.catalog = catalog;
        this.shadows = shadows;
        this.recorded = recorded;
        this.schema = SchemaShape.of(
                catalog.schema().tables().stream().map(this::spelled).toList());
        recorded.tables().forEach(this::lost);
    }

    SchemaShape schema() {
        return schema;
    }

    List<Drift> drift() {
        return List.copyOf(drift);
    }

    private TableShape spelled(TableShape live) {
        var neutral = recorded.find(live.name());
        if (neutral.isEmpty()) {
            drift.add(new Drift("table " + live.name(), Optional.of(engine.spelled(live)), Optional.empty()));
            return live;
        }
        var elements = new ArrayList<TableElement>();
        for (var element : live.elements()) elements.add(spelled(live.name(), element, neutral.get()));
        return TableShape.of(live.name(), elements);
    }

    private TableElement spelled(String table, TableElement element, TableShape neutral) {
        var said = neutral.find(element.getClass(), element.name());
        if (said.isPresent() && find(shadows.live(), table, element).equals(find(shadows.recorded(), table, element))) {
            return said.get();
        }
        drift.add(new Drift(
                InWords.element(table, element),
                spelled(shadows.live(), table, element),
                spelled(shadows.recorded(), table, element)));
        return element;
    }

    private void lost(TableShape table) {
        var live = catalog.schema().find(table.name());
        if (live.isEmpty()) {
            if (!catalog.isUnread(table.name(), table.name())) {
                drift.add(new Drift(
                        "table " + table.name(),
                        Optional.empty(),
                        Optional.of(engine.spelled(shadows.recorded().get(table.name())))));
            }
            return;
        }
        for (var element : table.elements()) {
            if (live.get().find(element.getClass(), element.name()).isEmpty()
                    && !catalog.isUnread(table.name(), element.name())) {
                drift.add(new Drift(
                        InWords.element(table.name(), element),
                        Optional.empty(),
                        spelled(shadows.recorded(), table.name(), element)));
            }
        }
    }

    private Optional<String> spelled(SchemaShape schema, String table, TableElement element) {
        return find(schema, table, element).map(found -> engine.spelled(table, found));
    }

    private static Optional<? extends TableElement> find(SchemaShape schema, String table, TableElement element) {
        return schema.find(table).flatMap(shape -> shape.find(element.getClass(), element.name()));
    }
}
