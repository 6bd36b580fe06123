package dev.gatehouse.web.observe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/// The words of a log line that both formats share.
final class LogWords {
    private static final SimpleFormatter MESSAGE = new SimpleFormatter();

    private LogWords() {}

    /// Five letters wide, so that lines stand in columns.
    static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) return "ERROR";
        if (value >= Level.WARNING.intValue()) return "WARN ";
        if (value >= Level.INFO.intValue()) return "INFO ";
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    static String shortName(String logger) {
        return logger == null ? "-" : logger.substring(logger.lastIndexOf('.') + 1);
    }

    static String message(LogRecord record) {
        // The commonest line by far; MessageFormat would cost more than all the rest of it.
        if ("{0}".equals(record.getMessage()) && event(record) instanceof Event event) return event.sentence();
        return record.getMessage() == null ? "" : MESSAGE.formatMessage(record);
    }

    /// The event that `logger.log(level, event)` carries; anything else when there is none.
    static Object event(LogRecord record) {
        var parameters = record.getParameters();
        return parameters == null || parameters.length != 1 ? "" : parameters[0];
    }

    static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /// Appends the text with everything that could begin a new line, or steer a terminal, written out.
    static void oneLine(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') out.append("\\n");
            else if (c == '\r') out.append("\\r");
            else if (c == '\t') out.append("  ");
            else if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c >= 0x202a && c <= 0x202e)
                out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
    }
}
