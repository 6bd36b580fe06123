package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// The names of objects, each once and with its number: from 0 on, in the order in which they came, and once
/// they are put [#byType] those of a type one after the other.
///
/// All letters stand in one array of bytes, since a million strings would be forty megabytes of headers. It
/// grows while a graph is built and is never written to afterwards, so that any number of threads may read
/// it.
///
/// To find a name memory is touched twice: at its place in the hash table, and where its letters are, which
/// its number stands before. The type of a number is told without touching either.
final class NamePool {

    /// How full the hash table may be: of a hundred places.
    private static final int FULL = 65;

    /// How many bytes the number and the type of a name take, before its letters.
    private static final int HEAD = 6;

    /// What stands after the last letter of a name, and where none begins.
    private static final byte END = (byte) 0xFF;

    private Words types = Words.NONE;

    /// One name after the other: its number, that of its type, its letters without the type, the end.
    private byte[] letters = new byte[64];

    /// Where each name begins, and where the next one would.
    private int[] starts = new int[16];

    /// The first number of each type, and the one after the last; known once they are put by type.
    private int[] firsts = {};

    private int count;

    /// Where a name begins and one, with the upper half of the hash above, by hash; an empty place holds 0.
    private long[] slots = new long[16];

    int count() {
        return count;
    }

    /// How many bytes the letters take.
    int letters() {
        return starts[count];
    }

    Words types() {
        return types;
    }

    /// The number of a name's type, once they are put by type.
    int type(int number) {
        var low = 0;
        var high = firsts.length - 1;
        while (low + 1 < high) {
            var middle = (low + high) >>> 1;
            if (firsts[middle] <= number) low = middle;
            else high = middle;
        }
        return low;
    }

    /// @param end where the name of the object ends, before the `#` of a userset
    /// @return its number, or [Snapshot#NOBODY]
    int find(String name, int end) {
        var slot = slot(NameHash.of(name, end), name, end);
        return slots[slot] == 0 ? Snapshot.NOBODY : numberAt(start(slot));
    }

    /// The number of a name, a new one if it is new.
    int add(String name, int end) {
        var hash = NameHash.of(name, end);
        var slot = slot(hash, name, end);
        if (slots[slot] != 0) return numberAt(start(slot));
        occupy(slot, hash, starts[count]);
        append(name, end);
        if (count * 100L > slots.length * (long) FULL) rehash(slots.length * 2);
        return count - 1;
    }

    String name(int number) {
        var start = starts[number];
        var type = types.word(typeAt(start));
        var plain = Letters.plain(letters, start + HEAD, starts[number + 1] - 1);
        if (plain != null) return type + ':' + plain;
        var name = new StringBuilder(type.length() + 1 + starts[number + 1] - start);
        name.append(type).append(':');
        for (var at = start + HEAD; letters[at] != END; at += Letters.width(letters[at]))
            name.append(Letters.read(letters, at));
        return name.toString();
    }

    /// The same names, those of a type one after the other, so that what is walked together lies together;
    /// and without the room that growing had reserved.
    ///
    /// @param numbers is given, for the number that each name has here, the one that it has there
    NamePool byType(int[] numbers) {
        var order = new Order(count);
        order.by(number -> typeAt(starts[number]), types.size());
        var sorted = new NamePool();
        sorted.types = types;
        sorted.letters = new byte[letters()];
        sorted.starts = new int[count + 1];
        sorted.firsts = new int[types.size() + 1];
        for (var position = 0; position < count; position++) {
            numbers[order.at(position)] = position;
            sorted.append(this, order.at(position));
        }
        for (var type = 0; type < types.size(); type++) sorted.firsts[type + 1] += sorted.firsts[type];
        sorted.rehash(trimmedPlaces());
        return sorted;
    }

    private void append(NamePool other, int number) {
        var from = other.starts[number];
        var start = starts[count];
        System.arraycopy(other.letters, from, letters, start, other.starts[number + 1] - from);
        writeNumber(start, count);
        firsts[typeAt(start) + 1]++;
        starts[++count] = start + other.starts[number + 1] - from;
    }

    /// What it will hold once it is put by type.
    long bytes() {
        return types.bytes()
                + MemorySize.ofBytes(letters())
                + MemorySize.ofInts(count + 1)
                + MemorySize.ofInts(types.size() + 1)
                + MemorySize.ofLongs(trimmedPlaces());
    }

    private int trimmedPlaces() {
        return (int) (count * 100L / FULL) + 2;
    }

    private void append(String name, int end) {
        var type = Names.type(name);
        types = types.with(type);
        reserve(end);
        var start = starts[count];
        var itsType = types.find(type);
        writeNumber(start, count);
        letters[start + 4] = (byte) (itsType >>> 8);
        letters[start + 5] = (byte) itsType;
        var at = start + HEAD;
        for (var index = type.length() + 1; index < end; index++) at = Letters.write(letters, at, name.charAt(index));
        letters[at] = END;
        starts[++count] = at + 1;
    }

    private void reserve(int letterCount) {
        var needed = letters() + HEAD + letterCount * Letters.WIDEST + 1;
        if (needed > letters.length) letters = Arrays.copyOf(letters, Math.max(needed, letters.length * 2));
        if (count + 1 >= starts.length) starts = Arrays.copyOf(starts, starts.length * 2);
    }

    private void writeNumber(int start, int number) {
        for (var index = 0; index < 4; index++) letters[start + index] = (byte) (number >>> 24 - 8 * index);
    }

    private int numberAt(int start) {
        return letters[start] << 24
                | (letters[start + 1] & 0xFF) << 16
                | (letters[start + 2] & 0xFF) << 8
                | letters[start + 3] & 0xFF;
    }

    private int typeAt(int start) {
        return (letters[start + 4] & 0xFF) << 8 | letters[start + 5] & 0xFF;
    }

    private void rehash(int places) {
        slots = new long[places];
        for (var number = 0; number < count; number++) {
            var name = name(number);
            var hash = NameHash.of(name, name.length());
            occupy(emptySlot(hash), hash, starts[number]);
        }
    }

    private void occupy(int slot, long hash, int start) {
        slots[slot] = hash & 0xFFFFFFFF00000000L | start + 1;
    }

    private int start(int slot) {
        return (int) slots[slot] - 1;
    }

    /// Where the name is, or the empty place where it would be.
    private int slot(long hash, String name, int end) {
        var slot = first(hash);
        while (slots[slot] != 0 && !(slots[slot] >>> 32 == hash >>> 32 && is(start(slot), name, end)))
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

    private boolean is(int start, String name, int end) {
        var type = types.word(typeAt(start));
        if (end <= type.length() || name.charAt(type.length()) != ':' || !name.startsWith(type)) return false;
        var at = start + HEAD;
        for (var index = type.length() + 1; index < end; index++) {
            if (letters[at] == END || Letters.read(letters, at) != name.charAt(index)) return false;
            at += Letters.width(letters[at]);
        }
        return letters[at] == END;
    }
}
