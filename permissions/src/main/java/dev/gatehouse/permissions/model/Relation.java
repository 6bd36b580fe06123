package dev.gatehouse.permissions.model;

import java.util.List;

/// A relation that objects of a type can be in, and whom it holds for.
///
/// @param directTypes whom relationships of it may name; empty where its rewrite has no [Rewrite.This]
public record Relation(String name, Rewrite rewrite, List<DirectType> directTypes) {

    public Relation {
        name = name.intern();
        directTypes = List.copyOf(directTypes);
    }

    /// Whether relationships of it may name all who have a relation to something else.
    public boolean namesUsersets() {
        for (var i = 0; i < directTypes.size(); i++)
            if (directTypes.get(i).relation().isPresent()) return true;
        return false;
    }
}
