package dev.gatehouse.migrations.compare;

import java.util.Optional;

/// One thing that somebody changed in the database behind the revisions' back.
///
/// @param element what it is: `column note.extra`
/// @param live how the database has it, in its own words; empty: it is not there
/// @param recorded how the revisions make it, in the same database's words; empty: no revision made it
public record Drift(String element, Optional<String> live, Optional<String> recorded) {

    /// The sentence without the definitions.
    @Override
    public String toString() {
        if (recorded.isEmpty()) return element + " is in the database, but no revision made it";
        if (live.isEmpty()) return element + " is not in the database, though a revision made it";
        return element + " is not what the revisions made it";
    }
}
