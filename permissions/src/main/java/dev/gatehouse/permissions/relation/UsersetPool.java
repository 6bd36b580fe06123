package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// The usersets that relationships name, `group:staff#member`, each once and with its number from 0 on. They
/// have no letters of their own: the object is a node, the relation a word.
///
/// Written to only while a graph is built.
final class UsersetPool {

    private int[] objects = new int[8];
    private char[] relations = new char[8];
    private int[] slots = new int[16];
    private int count;

    int count() {
        return count;
    }

    int object(int number) {
        return objects[number];
    }

    int relation(int number) {
        return relations[number];
    }

    /// @return its number, or -1
    int find(int object, int relation) {
        return slots[slot(object, relation)] - 1;
    }

    int add(int object, int relation) {
        var slot = slot(object, relation);
        if (slots[slot] != 0) return slots[slot] - 1;
        if (count == objects.length) grow(count * 2);
        objects[count] = object;
        relations[count] = (char) relation;
        slots[slot] = ++count;
        if (count * 2 > slots.length) rehash();
        return count - 1;
    }

    /// The same with their objects called otherwise, and without the room that growing had reserved.
    ///
    /// @param numbers for each object the new one
    UsersetPool renumbered(int[] numbers) {
        var pool = new UsersetPool();
        for (var number = 0; number < count; number++) pool.add(numbers[objects[number]], relations[number]);
        pool.grow(count);
        return pool;
    }

    long bytes() {
        return MemorySize.ofInts(count) + MemorySize.ofChars(count) + MemorySize.ofInts(slots.length);
    }

    private void grow(int room) {
        objects = Arrays.copyOf(objects, room);
        relations = Arrays.copyOf(relations, room);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (var number = 0; number < count; number++) slots[slot(objects[number], relations[number])] = number + 1;
    }

    private int slot(int object, int relation) {
        var mask = slots.length - 1;
        var slot = (int) NameHash.of((long) object << 32 | relation) & mask;
        while (slots[slot] != 0 && !is(slots[slot] - 1, object, relation)) slot = slot + 1 & mask;
        return slot;
    }

    private boolean is(int number, int object, int relation) {
        return objects[number] == object && relations[number] == relation;
    }
}
