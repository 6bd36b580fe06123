package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "registration-token",
        description = "Make an initial access token, with which applications register themselves (RFC 7591). It is"
                + " needed where CLIENT_REGISTRATION=token.",
        mixinStandardHelpOptions = true)
final class ClientRegistrationTokenCommand implements Runnable {

    private static final long MOST_USES = 1_000_000;
    private static final long MOST_DAYS = 3_650;

    @Option(names = "--uses", defaultValue = "1", description = "How many applications; ${DEFAULT-VALUE} if not said.")
    private long uses;

    @Option(names = "--days", defaultValue = "7", description = "How long it is good; ${DEFAULT-VALUE} if not said.")
    private long days;

    @Override
    public void run() {
        if (uses < 1 || uses > MOST_USES) throw new CommandFailure("--uses: say 1 to " + MOST_USES + ".");
        if (days < 1 || days > MOST_DAYS) throw new CommandFailure("--days: say 1 to " + MOST_DAYS + ".");
        String token = Indoors.with(
                house -> house.registrations().invite(Tenant.MAIN, uses, Duration.ofDays(days), Origin.COMMAND_LINE));
        System.out.println(token);
    }
}
