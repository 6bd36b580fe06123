package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.DeclaredLoss;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Losses;
import dev.gatehouse.migrations.engine.Unread;
import dev.gatehouse.migrations.operation.Inverse;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// What the revisions lack to make what is declared, and apart from that, where a database is not what the
/// revisions made it.
///
/// The two are kept apart, since a revision runs on every database: one that repaired what somebody did to this one
/// would fail on all the others.
///
/// @param upgrade the operations that lead there, in order
/// @param downgrade the way back
/// @param losses what the upgrade takes away, whatever rows there are
/// @param lossesBack what the downgrade takes away
/// @param drift what somebody changed in the database behind the revisions' back
/// @param hints what a person should look at, such as a rename that looks like a drop and an add
/// @param unread what the reader could not read and leaves alone
public record Comparison(
        List<Operation> upgrade,
        List<Operation> downgrade,
        List<DeclaredLoss> losses,
        List<DeclaredLoss> lossesBack,
        List<Drift> drift,
        List<String> hints,
        List<Unread> unread) {

    public Comparison {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        losses = List.copyOf(losses);
        lossesBack = List.copyOf(lossesBack);
        drift = List.copyOf(drift);
        hints = List.copyOf(hints);
        unread = List.copyOf(unread);
    }

    /// @param recorded what the revisions make, in neutral words; the database stands where they end
    /// @param declared what is wanted
    /// @param leftOut tables that are not compared, such as the version table
    public static Comparison of(
            Connection connection, Engine engine, SchemaShape recorded, SchemaShape declared, Set<String> leftOut)
            throws SQLException {
        var catalog = engine.read(connection, leftOut);
        var shadows = Shadows.settled(connection, engine, catalog.schema(), recorded, declared);
        var upgrade = new Difference(shadows.recorded(), shadows.declared(), recorded, declared, catalog).operations();
        var downgrade = Inverse.of(upgrade, recorded);
        return new Comparison(
                upgrade,
                downgrade,
                Losses.declared(upgrade, recorded),
                Losses.declared(downgrade, Replay.all(recorded, upgrade)),
                DriftSearch.drift(engine, catalog, shadows, recorded),
                Hints.of(upgrade, recorded, catalog.schema()),
                catalog.unread());
    }

    public boolean isEmpty() {
        return upgrade.isEmpty();
    }

    /// Whether there is nothing to do: all that is declared is in a revision, and nobody altered the database. What
    /// cannot be read does not count.
    public boolean isClean() {
        return isEmpty() && drift.isEmpty();
    }

    /// The differences in words, one a line: `added column account.nickname`.
    public List<String> inWords() {
        return InWords.of(upgrade, downgrade);
    }
}
