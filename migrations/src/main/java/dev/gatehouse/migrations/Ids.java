package dev.gatehouse.migrations;

import java.util.Collection;

/// Revisions as people read them.
final class Ids {
    private Ids() {}

    /// Their ids, or Alembic's word for none.
    static String of(Collection<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }
}
