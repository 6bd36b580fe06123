package dev.gatehouse.relation;

import java.util.List;

/// Some changes in their order.
///
/// @param next where to go on: after the last of them, or, if there are no more, after all that were looked
///     at
public record ChangePage(List<StoredChange> changes, Place next) {}
