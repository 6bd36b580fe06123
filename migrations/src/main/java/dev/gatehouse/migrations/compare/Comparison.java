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

/// What a database lacks to be what is declared.
///
/// @param upgrade the operations that lead there, in order
/// @param downgrade the way back
/// @param losses what the upgrade takes away, whatever rows there are
/// @param lossesBack what the downgrade takes away
/// @param changes what was declared and no revision says yet: from the schema that the revisions make to the
///     declared one, whatever somebody did to the database by hand
/// @param drift what somebody changed in the database behind the revisions' back
/// @param hints what a person should look at, such as a rename that looks like a drop and an add
/// @param unread what the reader could not read and leaves alone
public record Comparison(
        List<Operation> upgrade,
        List<Operation> downgrade,
        List<DeclaredLoss> losses,
        List<DeclaredLoss> lossesBack,
        List<Operation> changes,
        List<Drift> drift,
        List<String> hints,
        List<Unread> unread) {

    public Comparison {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        losses = List.copyOf(losses);
        lossesBack = List.copyOf(lossesBack);
        changes = List.copyOf(changes);
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
        var spelling = new Spelling(engine, catalog, shadows, recorded);
        var before = spelling.schema();
        var upgrade = new Difference(shadows.live(), shadows.declared(), before, declared, catalog).operations();
        var changes = new Difference(shadows.recorded(), shadows.declared(), recorded, declared, catalog).operations();
        var downgrade = Inverse.of(upgrade, before);
        return new Comparison(
                upgrade,
                downgrade,
                Losses.declared(upgrade, before),
                Losses.declared(downgrade, Replay.all(before, upgrade)),
                changes,
                spelling.drift(),
                Hints.of(upgrade, before),
                catalog.unread());
    }

    public boolean isEmpty() {
        return upgrade.isEmpty();
    }

    /// Whether there is nothing to do: all that is declared is in a revision, and nobody altered the database. What
    /// cannot be read does not count.
    public boolean isClean() {
        return changes.isEmpty() && drift.isEmpty();
    }

    /// The differences in words, one a line: `added column account.nickname`.
    public List<String> inWords() {
        return inWords(upgrade);
    }

    /// What no revision says yet, in the same words.
    public List<String> changesInWords() {
        return inWords(changes);
    }

    private static List<String> inWords(List<Operation> operations) {
        return operations.stream().map(InWords::of).toList();
    }
}
