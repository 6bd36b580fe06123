package dev.gatehouse;

import dev.gatehouse.session.BrowserSessions;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Tickets;

/// Where people are signed in, and what they came for.
final class Visits {

    final Sessions sessions;
    final BrowserSessions browsers;
    final Tickets tickets;

    Visits(Ground ground, People people) {
        sessions = new Sessions(ground.database, ground.audit, ground.notices, people.farewells, ground.clock);
        browsers = new BrowserSessions(ground.database, sessions);
        tickets = new Tickets(ground.database);
    }
}
