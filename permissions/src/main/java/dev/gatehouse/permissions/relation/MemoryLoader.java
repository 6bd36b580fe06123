package dev.gatehouse.permissions.relation;

/// Takes all relationships of one moment, one by one and in any order, and makes a [MemoryGraph] of them.
///
/// While it packs them it needs up to twice as much memory again as the graph will hold.
///
/// One thread may use it, once.
public final class MemoryLoader {

    /// An array holds no more than two thousand million numbers, and a row needs some for each relationship.
    private static final int MOST = 1 << 28;

    private static final int MOST_LETTERS = 1 << 30;

    /// How many relationships are added between two looks at their size.
    private static final int BETWEEN_LOOKS = 1_024;

    private final long limitBytes;
    private final CompactGraphBuilder builder = new CompactGraphBuilder();
    private boolean tooLarge;

    /// @param limitBytes that the graph may occupy
    public MemoryLoader(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// @return whether more may still fit; if not, it takes no more, and [#load] will say so
    public boolean add(Relationship relationship) {
        if (tooLarge) return false;
        builder.add(relationship);
        if (builder.size() % BETWEEN_LOOKS == 0) tooLarge = isTooLarge();
        return !tooLarge;
    }

    /// @param revision of the last commit before the moment
    public Loading load(long revision) {
        if (tooLarge) return new Loading.TooLarge(builder.size(), builder.leastBytes(), limitBytes);
        var packed = builder.build();
        var graph = new MemoryGraph(new MemorySnapshot(revision, packed, Overlay.on(packed)));
        var bytes = graph.bytes();
        return bytes > limitBytes ? new Loading.TooLarge(builder.size(), bytes, limitBytes) : new Loading.Loaded(graph);
    }

    private boolean isTooLarge() {
        return builder.leastBytes() > limitBytes || builder.size() >= MOST || builder.letters() >= MOST_LETTERS;
    }
}
