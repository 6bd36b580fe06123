package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// The names of types, or of relations, each with its number. There are few, and a new one is rare, so that
/// this never changes: one more word makes another.
final class Words {

    static final Words NONE = new Words(new String[0]);

    /// Two of these numbers and a mark make up the label of a row in [Adjacency].
    private static final int MOST = Short.MAX_VALUE;

    private final String[] words;

    /// Numbers and one, found by hash; half of it or more stays empty.
    private final int[] slots;

    private Words(String[] words) {
        this.words = words;
        this.slots = new int[Math.max(4, Integer.highestOneBit(words.length + 1) * 4)];
        for (var number = 0; number < words.length; number++) slots[slot(words[number])] = number + 1;
    }

    int size() {
        return words.length;
    }

    /// @return its number, or -1
    int find(String word) {
        return slots[slot(word)] - 1;
    }

    String word(int number) {
        return words[number];
    }

    /// The same words, and this one if it is new.
    Words with(String word) {
        if (find(word) >= 0) return this;
        if (words.length == MOST)
            throw new IllegalStateException("there are more than " + MOST + " types or relations");
        var more = Arrays.copyOf(words, words.length + 1);
        more[words.length] = word.intern();
        return new Words(more);
    }

    long bytes() {
        return MemorySize.ofReferences(words.length) + MemorySize.ofInts(slots.length) + MemorySize.ofStrings(words);
    }

    /// Where the word is, or the empty place where it would be.
    private int slot(String word) {
        var mask = slots.length - 1;
        var slot = word.hashCode() * 0x9E3779B9 >>> 7 & mask;
        while (slots[slot] != 0 && !words[slots[slot] - 1].equals(word)) slot = slot + 1 & mask;
        return slot;
    }
}
