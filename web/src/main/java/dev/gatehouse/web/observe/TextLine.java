package dev.gatehouse.web.observe;

import java.time.ZoneId;
import java.util.logging.LogRecord;

/// `2026-01-31 12:00:00.123 INFO  access GET /v1/me 200 …`
final class TextLine implements LineFormat {
    private final Timestamps times = new Timestamps("yyyy-MM-dd HH:mm:ss", ZoneId.systemDefault());

    @Override
    public String line(LogRecord event) {
        var line = new StringBuilder(160);
        times.append(event.getInstant(), line);
        line.append(' ').append(LogWords.level(event.getLevel()));
        line.append(' ').append(LogWords.shortName(event.getLoggerName())).append(' ');
        LogWords.oneLine(LogWords.message(event), line);
        if (!(LogWords.event(event) instanceof Event))
            RequestId.current().ifPresent(id -> line.append(" request=").append(id));
        line.append('\n');
        // A stack trace is for people: it may take lines of its own, each set in, so that none passes for an
        // event.
        if (event.getThrown() != null)
            LogWords.trace(event.getThrown()).lines().forEach(part -> {
                line.append("    ");
                LogWords.oneLine(part, line);
                line.append('\n');
            });
        return line.toString();
    }
}
