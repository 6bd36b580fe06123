package dev.gatehouse.relation;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in the row of a tenant's changes: that of the last change that somebody saw.
///
/// @param ordinal among the changes of the revision
public record Place(long revision, int ordinal) {

    /// Before the first change.
    public static final Place START = new Place(0, 0);

    /// No revision has so many changes.
    private static final int AFTER_ALL = 999_999_999;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    /// Right after that change.
    public static Place of(StoredChange change) {
        return new Place(change.revision(), change.ordinal());
    }

    /// After everything of that revision.
    public static Place after(long revision) {
        return new Place(revision, AFTER_ALL);
    }

    /// As callers keep it and send it again.
    public String text() {
        return revision + "-" + ordinal;
    }

    /// What [#text] wrote; empty if it is none of these.
    public static Optional<Place> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) return Optional.empty();
        return Optional.of(new Place(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2))));
    }
}
