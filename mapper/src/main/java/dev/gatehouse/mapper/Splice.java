package dev.gatehouse.mapper;

/// What may stand in SQL text where it says `{}`: a table, a column or other expression, a bound value, a
/// condition or a projection. Bare strings are none of these: a value can never become SQL by accident.
public sealed interface Splice permits Table, Expression, Condition, Projection {}
