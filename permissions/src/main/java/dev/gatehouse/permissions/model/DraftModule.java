package dev.gatehouse.permissions.model;

import java.util.List;

/// A module as somebody wrote it.
///
/// @param extensions relations that it gives to types of other modules
record DraftModule(List<Draft.Type> types, List<Draft.Condition> conditions, List<Draft.Type> extensions) {}
