package dev.gatehouse.cli;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseFault;
import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.settings.BadSettings;
import dev.gatehouse.settings.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Check settings, database, schema, keys, records, clock, files and disk.",
        footer = "Exits with 0 when the server can run safely, with 1 when something failed. It changes nothing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            examine(Here.look());
        } catch (BadSettings bad) {
            bad.faults()
                    .forEach(fault -> say(Finding.failure(
                            "settings", fault.variable() + ": found " + fault.found(), fault.advice())));
        }
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAILURE) ? 1 : 0;
    }

    private void examine(Settings settings) {
        new SettingsCheckup(settings).findings().forEach(this::say);
        new TlsCheckup(settings, InstantSource.system()).findings().forEach(this::say);
        new FilesCheckup(Here.FOLDER, settings).findings().forEach(this::say);
        var provider = CryptoProvider.installed();
        say(
                provider.isFast()
                        ? Finding.good("crypto", provider.name())
                        : Finding.warning("crypto", provider.name(), provider.finding()));
        if (FilesCheckup.isNew(settings)) {
            say(Finding.good("database", "not made yet; `./gatehouse serve` makes it"));
            return;
        }
        try (var database = Database.open(settings.database())) {
            new DatabaseCheckup(settings, database).findings().forEach(this::say);
        } catch (DatabaseFault fault) {
            say(Finding.failure(
                    "database",
                    fault.getMessage(),
                    "Check that it runs, and DB_HOST, DB_PORT, DB_USER, DB_PASS and DB_NAME."));
        }
    }

    /// At once, so that a check that hangs is seen to hang.
    private void say(Finding finding) {
        findings.add(finding);
        System.out.println(finding);
    }
}
