package dev.gatehouse;

import dev.gatehouse.mapper.BrokenReference;
import dev.gatehouse.mapper.DatabaseBusy;
import dev.gatehouse.mapper.DatabaseDown;
import dev.gatehouse.token.ClientKeyMissing;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.ServerBuilder;
import java.time.Duration;

/// What callers are told when something that we stand on is away: it is not their fault, and not for long. The same
/// goes for whoever was overtaken by somebody who removed what they are about.
final class Outages {

    private static final ProblemType DATABASE_BUSY =
            ProblemType.unavailable("database-busy", "The database has too much to do");
    private static final ProblemType DATABASE_DOWN =
            ProblemType.unavailable("database-down", "The database cannot be reached");
    private static final ProblemType CLIENT_KEY_MISSING =
            ProblemType.unavailable("client-key-missing", "The client's key for encryption cannot be had");

    private static final ProblemType OVERTAKEN =
            ProblemType.conflict("overtaken", "What this is about was removed at this moment");

    private Outages() {}

    static void tell(ServerBuilder plan) {
        plan.fault(DatabaseBusy.class, _ -> busy())
                .fault(DatabaseDown.class, _ -> down())
                .fault(ClientKeyMissing.class, _ -> keyMissing())
                .fault(BrokenReference.class, _ -> overtaken());
    }

    private static Refusal busy() {
        return Refusal.of(DATABASE_BUSY, "Nothing was done; try again shortly.").retryAfter(Duration.ofSeconds(1));
    }

    private static Refusal down() {
        return Refusal.of(DATABASE_DOWN, "Nothing is known to have been done; try again shortly.")
                .retryAfter(Duration.ofSeconds(5));
    }

    private static Refusal overtaken() {
        return Refusal.of(OVERTAKEN, "Nothing was done; look what there is now, and ask again.");
    }

    private static Refusal keyMissing() {
        return Refusal.of(CLIENT_KEY_MISSING, "Publish a key for this at jwks_uri, and ask again.")
                .retryAfter(Duration.ofSeconds(10));
    }
}
