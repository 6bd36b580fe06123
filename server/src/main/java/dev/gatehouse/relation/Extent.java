package dev.gatehouse.relation;

/// How far a tenant's row of changes reaches.
///
/// @param trimmed up to this revision, itself among them, changes are no longer kept; 0: all are
/// @param head the newest revision; 0 before the first change
record Extent(long trimmed, long head) {

    static final Extent NOTHING = new Extent(0, 0);

    /// Whether whoever goes on from there misses nothing.
    boolean keepsAllAfter(Place place) {
        return trimmed == 0 || place.revision() > trimmed || place.equals(earliest());
    }

    /// Before the oldest change that is kept.
    Place earliest() {
        return Place.after(trimmed);
    }
}
