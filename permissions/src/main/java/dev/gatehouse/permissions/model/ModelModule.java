package dev.gatehouse.permissions.model;

/// One file of a model that is written in several.
///
/// @param file as faults name it
/// @param text begins with `module` and a name
public record ModelModule(String file, String text) {}
