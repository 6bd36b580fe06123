package dev.gatehouse.web.observe;

import java.time.ZoneOffset;
import java.util.logging.LogRecord;

/// `{"time":"…","level":"INFO","logger":"…","message":"…","request_id":"…"}`
final class JsonLine implements LineFormat {
    private final Timestamps times = new Timestamps("yyyy-MM-dd'T'HH:mm:ss", ZoneOffset.UTC);

    @Override
    public String line(LogRecord record) {
        var line = new StringBuilder(256).append("{\"time\":\"");
        times.append(record.getInstant(), line);
        line.append("Z\"");
        member(line, "level", LogWords.level(record.getLevel()).strip());
        member(line, "logger", record.getLoggerName() == null ? "" : record.getLoggerName());
        member(line, "message", LogWords.message(record));
        if (LogWords.event(record) instanceof Event event)
            event.members().get().forEach((name, value) -> member(line, name, value));
        else RequestId.current().ifPresent(id -> member(line, "request_id", id));
        if (record.getThrown() != null) member(line, "exception", LogWords.trace(record.getThrown()));
        return line.append("}\n").toString();
    }

    private static void member(StringBuilder line, String name, Object value) {
        line.append(",\"").append(name).append("\":");
        switch (value) {
            case Number number -> line.append(number);
            case Boolean flag -> line.append(flag);
            default -> string(line, value.toString());
        }
    }

    private static void string(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                default -> {
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c))
                        line.append(String.format("\\u%04x", (int) c));
                    else line.append(c);
                }
            }
        }
        line.append('"');
    }
}
