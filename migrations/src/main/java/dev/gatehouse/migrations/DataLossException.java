package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/// The steps would take data away, and nobody said that they may.
public final class DataLossException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final transient List<Loss> losses;

    DataLossException(List<Loss> losses) {
        super("this would destroy data: %s; nothing was changed, say --destroy-data if that is meant"
                .formatted(losses.stream().map(Loss::toString).collect(Collectors.joining(", "))));
        this.losses = List.copyOf(losses);
    }

    /// What would go.
    public List<Loss> losses() {
        return losses;
    }
}
