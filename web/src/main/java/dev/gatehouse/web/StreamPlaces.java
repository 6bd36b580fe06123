package dev.gatehouse.web;

import java.util.HashMap;
import java.util.Map;

/// Places for those who listen to a stream. Each holds a connection, a thread and whatever the answer stands
/// on for as long as he likes, so there are not more than can be served, and nobody takes them all.
public final class StreamPlaces {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int count;

    /// Whether somebody may come in.
    public enum Room {
        FREE,
        /// He himself holds as many as anybody may.
        HIS_ARE_TAKEN,
        ALL_ARE_TAKEN
    }

    /// @param all how many there are
    /// @param each how many one caller may hold
    public StreamPlaces(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /// For a clear answer before the stream begins; only [#take] decides.
    public synchronized Room room(String caller) {
        if (taken.getOrDefault(caller, 0) >= each) return Room.HIS_ARE_TAKEN;
        return count < all ? Room.FREE : Room.ALL_ARE_TAKEN;
    }

    /// @return whether there was a place; then it must be given back
    public synchronized boolean take(String caller) {
        if (room(caller) != Room.FREE) return false;
        count++;
        taken.merge(caller, 1, Integer::sum);
        return true;
    }

    public synchronized void leave(String caller) {
        count--;
        taken.computeIfPresent(caller, (_, held) -> held == 1 ? null : held - 1);
    }
}
