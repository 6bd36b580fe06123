package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;

/// The steps would take data away, and nobody said that they may.
public final class DataLossException extends MigrationException {

    private static final long serialVersionUID = 1;

    /// So many stand in one line.
    private static final int SHORT = 2;

    private final transient List<Loss> losses;

    /// @param advice how to keep it, on a line of its own; may be empty
    DataLossException(List<Loss> losses, String advice) {
        super("this would destroy data:%snothing was changed, say --destroy-data if that is meant%s"
                .formatted(listed(losses), advice));
        this.losses = List.copyOf(losses);
    }

    private static String listed(List<Loss> losses) {
        var words = losses.stream().map(Loss::toString).toList();
        return losses.size() <= SHORT
                ? " " + String.join(", ", words) + "; "
                : "\n  " + String.join("\n  ", words) + "\n";
    }

    /// What would go.
    public List<Loss> losses() {
        return losses;
    }
}
