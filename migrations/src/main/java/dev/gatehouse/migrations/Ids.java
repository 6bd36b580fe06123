package dev.gatehouse.migrations;

import java.util.Collection;

/// Revisions as people read them in a line.
final class Ids {
    private Ids() {}

    /// Their ids, or Alembic's word for none.
    static String of(Collection<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }

    /// Its message, which may have several lines.
    static String message(Revision revision) {
        return revision.message().strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
