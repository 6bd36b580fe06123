package dev.gatehouse.mapper;

/// The two databases that are spoken.
public enum Dialect {
    SQLITE,
    POSTGRES
}
