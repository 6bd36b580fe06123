package dev.gatehouse.web;

import dev.gatehouse.web.shape.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// `/health/live`: the process answers, so do not kill it. `/health/ready`: every check passes, so send it
/// requests.
record Health(Map<String, ReadinessCheck> checks, InFlight inFlight, JsonWriter json) {
    private static final System.Logger LOG = System.getLogger(Health.class.getName());
    /// A probe that waits longer is told "failing": a hanging database is not a ready one.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    Outcome.Replied live() {
        return Outcome.replied(200, "application/json", json.write(Map.of("status", "live")));
    }

    Outcome.Replied ready() {
        var results = new LinkedHashMap<String, Object>();
        checks.forEach((name, check) -> results.put(name, passes(name, check) ? "passing" : "failing"));
        var status = inFlight.isStopping() ? "stopping" : results.containsValue("failing") ? "failing" : "ready";
        var members = new LinkedHashMap<String, Object>();
        members.put("status", status);
        members.put("checks", results);
        return Outcome.replied(status.equals("ready") ? 200 : 503, "application/json", json.write(members));
    }

    /// Why a check fails is for the log: it may name hosts and users.
    private static boolean passes(String name, ReadinessCheck check) {
        var passed = new AtomicBoolean();
        var asking = Thread.ofVirtual().name("ready-" + name).start(() -> {
            try {
                check.verify();
                passed.set(true);
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "readiness check '" + name + "' fails", e);
            }
        });
        try {
            if (!asking.join(PATIENCE)) {
                asking.interrupt();
                LOG.log(System.Logger.Level.WARNING, "readiness check ''{0}'' takes more than {1}", name, PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return passed.get();
    }
}
