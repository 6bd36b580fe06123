package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// The names of objects, each once and with its number: from 0 on, in the order in which they came.
///
/// All letters stand in one array of bytes, since a million strings would be forty megabytes of headers. It
/// grows while a graph is built and is never written to afterwards, so that any number of threads may read
/// it.
final class NamePool {

    /// How full the hash table may be: of a hundred places.
    private static final int FULL = 65;

    private Words types = Words.NONE;
    private byte[] letters = new byte[64];
    private int[] starts = new int[16];
    private char[] typeOf = new char[16];
    private int count;

    /// Numbers and one, by hash; an empty place holds 0.
    private int[] slots = new int[16];

    /// A part of each hash, to look at fewer names in vain.
    private byte[] tags = new byte[16];

    int count() {
        return count;
    }

    /// How many bytes their letters take.
    int letters() {
        return starts[count];
    }

    Words types() {
        return types;
    }

    int type(int number) {
        return typeOf[number];
    }

    /// @param end where the name of the object ends, before the `#` of a userset
    /// @return its number, or [Snapshot#NOBODY]
    int find(String name, int end) {
        return slots[slot(NameHash.of(name, end), name, end)] - 1;
    }

    /// The number of a name, a new one if it is new.
    int add(String name, int end) {
        var hash = NameHash.of(name, end);
        var slot = slot(hash, name, end);
        if (slots[slot] != 0) return slots[slot] - 1;
        append(name, end);
        occupy(slot, hash, count++);
        if (count * 100L > slots.length * (long) FULL) rehash(slots.length * 2);
        return count - 1;
    }

    String name(int number) {
        var type = types.word(typeOf[number]);
        var name = new StringBuilder(type.length() + 1 + starts[number + 1] - starts[number]);
        name.append(type).append(':');
        for (var at = starts[number]; at < starts[number + 1]; at += Letters.width(letters[at]))
            name.append(Letters.read(letters, at));
        return name.toString();
    }

    /// Gives back the room that growing had reserved.
    void trim() {
        letters = Arrays.copyOf(letters, starts[count]);
        starts = Arrays.copyOf(starts, count + 1);
        typeOf = Arrays.copyOf(typeOf, count);
        rehash((int) (count * 100L / FULL) + 2);
    }

    /// What it will hold once it is trimmed.
    long bytes() {
        var places = (int) (count * 100L / FULL) + 2;
        return types.bytes()
                + MemorySize.ofBytes(starts[count])
                + MemorySize.ofInts(count + 1)
                + MemorySize.ofChars(count)
                + MemorySize.ofInts(places)
                + MemorySize.ofBytes(places);
    }

    private void append(String name, int end) {
        var type = Names.type(name);
        types = types.with(type);
        reserve(end);
        typeOf[count] = (char) types.find(type);
        var at = starts[count];
        for (var index = type.length() + 1; index < end; index++) at = Letters.write(letters, at, name.charAt(index));
        starts[count + 1] = at;
    }

    private void reserve(int letterCount) {
        var needed = starts[count] + letterCount * Letters.WIDEST;
        if (needed > letters.length) letters = Arrays.copyOf(letters, Math.max(needed, letters.length * 2));
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            typeOf = Arrays.copyOf(typeOf, starts.length);
        }
    }

    private void rehash(int places) {
        slots = new int[places];
        tags = new byte[places];
        for (var number = 0; number < count; number++) {
            var name = name(number);
            var hash = NameHash.of(name, name.length());
            occupy(emptySlot(hash), hash, number);
        }
    }

    private void occupy(int slot, long hash, int number) {
        slots[slot] = number + 1;
        tags[slot] = (byte) hash;
    }

    /// Where the name is, or the empty place where it would be.
    private int slot(long hash, String name, int end) {
        var slot = first(hash);
        while (slots[slot] != 0 && !(tags[slot] == (byte) hash && is(slots[slot] - 1, name, end))) slot = next(slot);
        return slot;
    }

    private int emptySlot(long hash) {
        var slot = first(hash);
        while (slots[slot] != 0) slot = next(slot);
        return slot;
    }

    private int first(long hash) {
        return (int) ((hash >>> 32) * slots.length >>> 32);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    private boolean is(int number, String name, int end) {
        var type = types.word(typeOf[number]);
        if (end <= type.length() || name.charAt(type.length()) != ':' || !name.startsWith(type)) return false;
        var at = starts[number];
        var last = starts[number + 1];
        for (var index = type.length() + 1; index < end; index++) {
            if (at >= last || Letters.read(letters, at) != name.charAt(index)) return false;
            at += Letters.width(letters[at]);
        }
        return at == last;
    }
}
