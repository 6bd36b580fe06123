package dev.gatehouse.web.observe;

import java.util.logging.LogManager;

/// A log manager that keeps its handlers while the process stops. The JDK's own removes them in a shutdown
/// hook, beside those in which a server says how its stop went.
///
/// Public, with a public constructor, since the JDK makes it by name.
public final class LastingLogs extends LogManager {
    public LastingLogs() {}

    @Override
    public void reset() {}
}
