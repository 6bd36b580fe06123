package dev.gatehouse.permissions.check;

import java.util.Arrays;

/// What an evaluator has been through: which relations of which objects it is in the midst of, and what it
/// found for those that it has left. A small hash table without objects in it, since every check makes one.
final class Trail {

    /// Never been there, or it could not be told for certain.
    static final byte NEW = 0;

    static final byte UNDER_WAY = 1;
    static final byte DENIED = 2;
    static final byte ALLOWED = 3;

    private int[] objects = new int[16];
    private String[] relations = new String[16];
    private byte[] states = new byte[16];
    private int size;

    /// The place of a relation of an object, good until the next call.
    int at(int object, String relation) {
        if (2 * size >= objects.length) grow();
        var slot = slot(object, relation);
        if (relations[slot] == null) {
            objects[slot] = object;
            relations[slot] = relation;
            size++;
        }
        return slot;
    }

    byte state(int place) {
        return states[place];
    }

    void set(int place, byte state) {
        states[place] = state;
    }

    private int slot(int object, String relation) {
        var mask = objects.length - 1;
        var mixed = (object * 31 + relation.hashCode()) * 0x9E3779B9;
        var slot = (mixed ^ mixed >>> 15) & mask;
        while (relations[slot] != null && !(objects[slot] == object && relations[slot].equals(relation)))
            slot = slot + 1 & mask;
        return slot;
    }

    private void grow() {
        var oldObjects = objects;
        var oldRelations = relations;
        var oldStates = states;
        var length = 2 * oldObjects.length;
        objects = new int[length];
        relations = Arrays.copyOf(new String[0], length);
        states = new byte[length];
        for (var old = 0; old < oldObjects.length; old++) {
            if (oldRelations[old] == null) continue;
            var slot = slot(oldObjects[old], oldRelations[old]);
            objects[slot] = oldObjects[old];
            relations[slot] = oldRelations[old];
            states[slot] = oldStates[old];
        }
    }
}
