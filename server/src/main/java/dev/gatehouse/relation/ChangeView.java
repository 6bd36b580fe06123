package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A change as JSON.
@Doc("What happened to one relationship.")
record ChangeView(
        @Doc("Its place in the row; send it as `after` to go on from here.")
        String cursor,

        Kind kind,

        @Doc("One that was deleted is shown as it was.") RelationshipView relationship,

        Instant changedAt,

        @Doc("Who did it: the id of an account or a client.")
        Optional<String> changedBy) {

    enum Kind {
        WRITTEN,
        DELETED
    }

    static ChangeView of(StoredChange stored) {
        return new ChangeView(
                Place.of(stored).text(),
                kind(stored.change()),
                RelationshipView.of(stored.change().relationship()),
                stored.changedAt(),
                stored.changedBy());
    }

    private static Kind kind(Change change) {
        return switch (change.kind()) {
            case WRITTEN -> Kind.WRITTEN;
            case DELETED -> Kind.DELETED;
        };
    }

    /// As the name of an event.
    String event() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
