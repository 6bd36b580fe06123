package dev.gatehouse.web.observe;

import java.util.logging.LogRecord;

/// Turns an event into one line, its line break included. Nothing in an event can begin a line of its own.
sealed interface LineFormat permits TextLine, JsonLine {
    String line(LogRecord event);
}
