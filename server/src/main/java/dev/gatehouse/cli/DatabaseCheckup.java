package dev.gatehouse.cli;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.ChainState;
import dev.gatehouse.key.KeysDoNotOpen;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.tenant.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether the database answers, has our schema, opens with our key, and tells the truth.
record DatabaseCheckup(Settings settings, Database database) {

    private static final Duration DRIFT = Duration.ofSeconds(5);

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(answers());
        findings.add(clock());
        var migrations = new Schema(settings, database).migrations();
        findings.add(schema(migrations));
        if (migrations.isAtHead()) {
            findings.add(keys());
            findings.add(records());
        }
        return findings;
    }

    private Finding answers() {
        var began = System.nanoTime();
        try (var connection = database.connect()) {
            if (!connection.isValid(5))
                return Finding.failure("database", place() + " does not answer", "Look at its log.");
            var took = Duration.ofNanos(System.nanoTime() - began);
            return Finding.good("database", place() + " answers in " + took.toMillis() + " ms");
        } catch (SQLException fault) {
            return Finding.failure("database", fault.getMessage(), "Look at its log.");
        }
    }

    private String place() {
        return switch (settings.database()) {
            case DatabaseSettings.Sqlite sqlite -> "SQLite in " + sqlite.file();
            case DatabaseSettings.Postgres postgres ->
                "PostgreSQL, database " + postgres.database() + " at " + String.join(",", postgres.hosts());
        };
    }

    /// Tokens are judged by this machine's clock, so one that runs wrong lets old ones in or keeps new ones
    /// out.
    private Finding clock() {
        var here = Instant.now();
        if (here.isBefore(Instant.parse("2026-01-01T00:00:00Z")))
            return Finding.failure("clock", "this machine believes it is " + here, "Set its clock; use NTP.");
        if (settings.isEmbedded()) return Finding.good("clock", here.toString());
        var drift = Duration.between(here, theirs()).abs();
        return drift.compareTo(DRIFT) > 0
                ? Finding.warning("clock", drift.toSeconds() + " s apart from the database's", "Let both use NTP.")
                : Finding.good("clock", "agrees with the database's");
    }

    private Instant theirs() {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select extract(epoch from clock_timestamp())::bigint")) {
            rows.next();
            return Instant.ofEpochSecond(rows.getLong(1));
        } catch (SQLException fault) {
            throw new CommandFailure("The database does not tell the time: " + fault.getMessage());
        }
    }

    private Finding schema(Migrations migrations) {
        var current = migrations.current();
        if (migrations.isAtHead()) return Finding.good("schema", "at head, " + String.join(", ", current));
        var at = current.isEmpty() ? "empty" : "at " + String.join(", ", current) + ", not at head";
        return settings.isEmbedded()
                ? Finding.warning("schema", at, "`./gatehouse serve` upgrades it, after a copy was made.")
                : Finding.failure("schema", at, "Take a backup, then run `./gatehouse upgrade head`.");
    }

    private Finding keys() {
        try {
            var stored = SigningKeys.check(database, settings.master());
            return Finding.good("keys", stored + " stored, and open with this JWT_SECRET_KEY");
        } catch (KeysDoNotOpen locked) {
            return Finding.failure("keys", locked.getMessage(), "Give JWT_SECRET_KEY the value that it had before.");
        }
    }

    private Finding records() {
        return switch (database.snapshot(tx -> AuditLog.of(settings.master()).verify(tx, Tenant.MAIN))) {
            case ChainState.Intact(var records) -> Finding.good("audit", records + " records, each as it was written");
            case ChainState.Broken(var sequence) ->
                Finding.failure(
                        "audit",
                        "the chain of records breaks at " + sequence,
                        "Somebody changed the table behind our back, or JWT_SECRET_KEY is another: find out before you go on.");
        };
    }
}
