package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/// What a name may be. Catalogs hold names that we would not give: those only have to be there.
final class Names {
    private Names() {}

    static void require(String what, String name) {
        if (name == null || name.isBlank()) throw new MigrationException(what + ": the name is missing");
        var bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Identifier.MAX_LENGTH) {
            throw new MigrationException("%s %s: the name has %d bytes, at most %d are kept"
                    .formatted(what, name, bytes, Identifier.MAX_LENGTH));
        }
    }

    static List<String> requireColumns(String what, List<String> columns) {
        if (columns.isEmpty()) throw new MigrationException(what + ": no column is named");
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new MigrationException(what + ": a column is named twice");
        }
        return List.copyOf(columns);
    }
}
