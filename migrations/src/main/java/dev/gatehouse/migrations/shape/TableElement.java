package dev.gatehouse.migrations.shape;

/// What a table is made of.
public sealed interface TableElement
        permits ColumnShape, PrimaryKeyShape, UniqueShape, ForeignKeyShape, CheckShape, IndexShape {

    /// The element's name, unique among its kind in the table.
    String name();
}
