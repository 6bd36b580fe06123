package dev.gatehouse.world;

/// Where in a file something stands.
///
/// @param file as it was named
/// @param line from 1
/// @param column from 1
public record Place(String file, int line, int column) {

    /// As compilers write it, `staff.fga.yaml:12:7`.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
