package dev.gatehouse.cli;

import dev.gatehouse.key.KeysDoNotOpen;
import dev.gatehouse.mapper.DatabaseFault;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.settings.BadSettings;
import dev.gatehouse.web.CannotListen;
import java.io.UncheckedIOException;

/// What went wrong, in words for whoever typed the command. Only a bug of ours deserves more than a line.
///
/// @param exitCode the process's
record Excuse(String message, int exitCode) {

    static final int FAILED = 1;

    /// As sysexits.h numbers a fault of configuration.
    private static final int BAD_SETTINGS = 78;

    /// @param failed the exit code of a verb that fails; 1 unless the verb uses that for an answer
    static Excuse of(Exception failure, int failed) {
        return switch (failure) {
            case BadSettings bad -> new Excuse("The settings are not usable:\n" + bad.getMessage(), BAD_SETTINGS);
            case KeysDoNotOpen locked ->
                new Excuse(
                        locked.getMessage()
                                + " Give JWT_SECRET_KEY the value that it had before; without it no stored key or password can be used.",
                        BAD_SETTINGS);
            case CommandFailure _, MigrationException _, CannotListen _, DatabaseFault _, UncheckedIOException _ ->
                new Excuse(failure.getMessage(), failed);
            default ->
                new Excuse(
                        "This should not happen: " + failure
                                + "\nPlease report it with the output of `./gatehouse VERB --trace`.",
                        failed);
        };
    }
}
