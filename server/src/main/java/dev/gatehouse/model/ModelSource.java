package dev.gatehouse.model;

import java.util.Map;

/// A model as somebody brings it.
public sealed interface ModelSource {

    record Text(String text) implements ModelSource {}

    /// OpenFGA's JSON, read.
    record Tree(Map<String, ?> tree) implements ModelSource {}

    /// OpenFGA's JSON, as text.
    record Json(String json) implements ModelSource {}
}
