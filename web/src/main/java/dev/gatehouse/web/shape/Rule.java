package dev.gatehouse.web.shape;

import java.util.Map;
import java.util.function.Predicate;

/// One constraint on a value of the right type.
///
/// @param name a stable word for programs
/// @param message what to do: it follows the member's name, "must have 1 to 200 characters"
/// @param schema the same in JSON Schema's words; empty where it has none
record Rule(String name, String message, Predicate<Object> holds, Map<String, Object> schema) {}
