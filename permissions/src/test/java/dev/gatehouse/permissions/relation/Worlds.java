package dev.gatehouse.permissions.relation;

import java.util.Collection;

/// Graphs for tests.
final class Worlds {

    private Worlds() {}

    static MemoryGraph loaded(Collection<Relationship> relationships) {
        var loader = new MemoryLoader(Long.MAX_VALUE);
        relationships.forEach(loader::add);
        return ((Loading.Loaded) loader.load(0)).graph();
    }
}
