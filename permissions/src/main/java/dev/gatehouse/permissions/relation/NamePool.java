package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// The names of objects, each once and with its number: from 0 on, in the order in which they came.
///
/// All letters stand in one array of bytes, since a million strings would be forty megabytes of headers. It
/// grows while a graph is built and is never written to afterwards, so that any number of threads may read
/// it.
///
/// To find a name memory is touched three times: at its place in the hash table, where its letters begin, and
/// at the letters.
final class NamePool {

    /// How full the hash table may be: of a hundred places.
    private static final int FULL = 65;

    private Words types = Words.NONE;
    private byte[] letters = new byte[64];

    /// Where the letters of each name begin, and beside it the number of its type.
    private int[] heads = new int[32];

    private int count;

    /// Numbers and one with the upper half of the hash above, by hash; an empty place holds 0.
    private long[] slots = new long[16];

    int count() {
        return count;
    }

    /// How many bytes the letters take.
    int letters() {
        return start(count);
    }

    Words types() {
        return types;
    }

    int type(int number) {
        return heads[2 * number + 1];
    }

    /// @param end where the name of the object ends, before the `#` of a userset
    /// @return its number, or [Snapshot#NOBODY]
    int find(String name, int end) {
        return number(slot(NameHash.of(name, end), name, end));
    }

    /// The number of a name, a new one if it is new.
    int add(String name, int end) {
        var hash = NameHash.of(name, end);
        var slot = slot(hash, name, end);
        if (slots[slot] != 0) return number(slot);
        append(name, end);
        occupy(slot, hash, count++);
        if (count * 100L > slots.length * (long) FULL) rehash(slots.length * 2);
        return count - 1;
    }

    String name(int number) {
        var type = types.word(type(number));
        var end = start(number + 1);
        var name = new StringBuilder(type.length() + 1 + end - start(number));
        name.append(type).append(':');
        for (var at = start(number); at < end; at += Letters.width(letters[at])) name.append(Letters.read(letters, at));
        return name.toString();
    }

    /// Gives back the room that growing had reserved.
    void trim() {
        letters = Arrays.copyOf(letters, letters());
        heads = Arrays.copyOf(heads, 2 * count + 1);
        rehash(trimmedPlaces());
    }

    /// What it will hold once it is trimmed.
    long bytes() {
        return types.bytes()
                + MemorySize.ofBytes(letters())
                + MemorySize.ofInts(2 * count + 1)
                + MemorySize.ofLongs(trimmedPlaces());
    }

    private int trimmedPlaces() {
        return (int) (count * 100L / FULL) + 2;
    }

    private int start(int number) {
        return heads[2 * number];
    }

    private void append(String name, int end) {
        var type = Names.type(name);
        types = types.with(type);
        reserve(end);
        heads[2 * count + 1] = types.find(type);
        var at = start(count);
        for (var index = type.length() + 1; index < end; index++) at = Letters.write(letters, at, name.charAt(index));
        heads[2 * count + 2] = at;
    }

    private void reserve(int letterCount) {
        var needed = letters() + letterCount * Letters.WIDEST;
        if (needed > letters.length) letters = Arrays.copyOf(letters, Math.max(needed, letters.length * 2));
        if (2 * count + 2 >= heads.length) heads = Arrays.copyOf(heads, heads.length * 2);
    }

    private void rehash(int places) {
        slots = new long[places];
        for (var number = 0; number < count; number++) {
            var name = name(number);
            var hash = NameHash.of(name, name.length());
            occupy(emptySlot(hash), hash, number);
        }
    }

    private void occupy(int slot, long hash, int number) {
        slots[slot] = hash & 0xFFFFFFFF00000000L | number + 1;
    }

    private int number(int slot) {
        return (int) slots[slot] - 1;
    }

    /// Where the name is, or the empty place where it would be.
    private int slot(long hash, String name, int end) {
        var slot = first(hash);
        while (slots[slot] != 0 && !(slots[slot] >>> 32 == hash >>> 32 && is(number(slot), name, end)))
            slot = next(slot);
        return slot;
    }

    private int emptySlot(long hash) {
        var slot = first(hash);
        while (slots[slot] != 0) slot = next(slot);
        return slot;
    }

    /// By the lower half of the hash, since the upper is compared.
    private int first(long hash) {
        return (int) ((hash & 0xFFFFFFFFL) * slots.length >>> 32);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    private boolean is(int number, String name, int end) {
        var type = types.word(type(number));
        if (end <= type.length() || name.charAt(type.length()) != ':' || !name.startsWith(type)) return false;
        var at = start(number);
        var last = start(number + 1);
        for (var index = type.length() + 1; index < end; index++) {
            if (at >= last || Letters.read(letters, at) != name.charAt(index)) return false;
            at += Letters.width(letters[at]);
        }
        return at == last;
    }
}
