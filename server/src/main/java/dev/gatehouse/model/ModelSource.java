package dev.gatehouse.model;

import dev.gatehouse.permissions.model.ModelModule;
import java.util.List;
import java.util.Map;

/// A model as somebody brings it.
public sealed interface ModelSource {

    record Text(String text) implements ModelSource {}

    /// In several files.
    record Modules(List<ModelModule> modules) implements ModelSource {
        public Modules {
            modules = List.copyOf(modules);
        }
    }

    /// OpenFGA's JSON, read.
    record Tree(Map<String, ?> tree) implements ModelSource {}

    /// OpenFGA's JSON, as text.
    record Json(String json) implements ModelSource {}
}
