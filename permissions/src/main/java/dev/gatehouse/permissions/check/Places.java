package dev.gatehouse.permissions.check;

import java.util.Arrays;

/// Numbers the relations of objects that an evaluator comes by, from 0. A small hash table without objects in
/// it, since every check makes one.
final class Places {

    private int[] objects = new int[16];
    private String[] relations = new String[16];
    private int[] slots = new int[32];
    private int size;

    /// @return the same number for the same relation of the same object
    int number(int object, String relation) {
        var slot = slot(object, relation);
        if (slots[slot] != 0) return slots[slot] - 1;
        if (size == objects.length) {
            grow();
            slot = slot(object, relation);
        }
        objects[size] = object;
        relations[size] = relation;
        slots[slot] = ++size;
        return size - 1;
    }

    /// How many there are.
    int size() {
        return size;
    }

    private int slot(int object, String relation) {
        var mask = slots.length - 1;
        var mixed = (object * 31 + relation.hashCode()) * 0x9E3779B9;
        var slot = (mixed ^ mixed >>> 15) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, object, relation)) slot = slot + 1 & mask;
        return slot;
    }

    private boolean isAt(int number, int object, String relation) {
        return objects[number] == object && relations[number].equals(relation);
    }

    private void grow() {
        objects = Arrays.copyOf(objects, 2 * size);
        relations = Arrays.copyOf(relations, 2 * size);
        slots = new int[4 * size];
        for (var number = 0; number < size; number++) slots[slot(objects[number], relations[number])] = number + 1;
    }
}
