package dev.gatehouse.migrations;

import java.util.List;
import java.util.function.Consumer;

/// A revision written down in a test.
record Steps(
        String id,
        List<String> parents,
        List<String> dependsOn,
        List<String> branchLabels,
        Consumer<Operations> up,
        Consumer<Operations> down)
        implements Revision {

    Steps(String id, List<String> parents, Consumer<Operations> up, Consumer<Operations> down) {
        this(id, parents, List.of(), List.of(), up, down);
    }

    static Steps first(String id, Consumer<Operations> up, Consumer<Operations> down) {
        return new Steps(id, List.of(), up, down);
    }

    /// One that does nothing, for tests of the graph.
    static Steps of(String id, String... parents) {
        return new Steps(id, List.of(parents), _ -> {}, _ -> {});
    }

    static Steps after(Revision parent, String id, Consumer<Operations> up, Consumer<Operations> down) {
        return new Steps(id, List.of(parent.id()), up, down);
    }

    Steps dependingOn(String... others) {
        return new Steps(id, parents, List.of(others), branchLabels, up, down);
    }

    Steps labelled(String... labels) {
        return new Steps(id, parents, dependsOn, List.of(labels), up, down);
    }

    @Override
    public String message() {
        return "step " + id;
    }

    @Override
    public void upgrade(Operations op) {
        up.accept(op);
    }

    @Override
    public void downgrade(Operations op) {
        down.accept(op);
    }
}
