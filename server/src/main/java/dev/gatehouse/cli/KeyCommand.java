package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.key.Rotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The signing keys: which there are, another one at once, one that got out.
@Command(
        name = "key",
        description = "Look after the keys that sign tokens. The server may run meanwhile; it follows within a second.",
        mixinStandardHelpOptions = true)
final class KeyCommand {

    @Command(name = "list", description = "Show every stored key.", mixinStandardHelpOptions = true)
    void list() {
        Indoors.with(house -> {
            var stored = house.keys().stored();
            if (stored.isEmpty()) System.out.println("None is stored: JWT_ALGORITHM signs with JWT_SECRET_KEY itself.");
            stored.forEach(key -> System.out.printf(
                    "%-8s %-6s %s  since %s%n", key.state(), key.algorithm(), key.kid(), key.since()));
            return null;
        });
    }

    @Command(
            name = "rotate",
            description = "Let the next key sign from now on. Tokens of the one before stay good.",
            mixinStandardHelpOptions = true)
    void rotate(
            @Option(names = "--now", description = "Even if clients may not have seen the next key yet.")
                    boolean atOnce) {
        tell(Indoors.with(house -> house.keyRotation().rotate(atOnce, Origin.COMMAND_LINE)));
    }

    @Command(
            name = "revoke",
            description = "Make a key worthless at once, with every token that it signed.",
            mixinStandardHelpOptions = true)
    void revoke(@Parameters(paramLabel = "KID", description = "As `key list` shows it.") String kid) {
        tell(Indoors.with(house -> house.keyRotation().revoke(kid, Origin.COMMAND_LINE)));
    }

    private static void tell(Rotation outcome) {
        switch (outcome) {
            case Rotation.Done(var current) -> System.out.println("Signing with " + current + ".");
            case Rotation.TooSoon(var wait) ->
                throw new CommandFailure(
                        "The next key was published less than an hour ago; clients may not know it yet. Try again in "
                                + (wait.toMinutes() + 1) + " minutes, or say --now.");
            case Rotation.SharedSecret _ ->
                throw new CommandFailure("No key is stored: JWT_ALGORITHM signs with JWT_SECRET_KEY itself.");
            case Rotation.NoSuchKey _ ->
                throw new CommandFailure("No stored key is called so; see `./gatehouse key list`.");
        }
    }
}
