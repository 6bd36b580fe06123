package dev.gatehouse.web.observe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Where log lines go and how they look. Code logs through [System.Logger]; the JDK hands that to
/// `java.util.logging`, which writes here, one line an event, to standard output.
public final class Logs {
    public enum Format {
        /// For people at a terminal.
        TEXT,
        /// One JSON object a line, for machines.
        JSON
    }

    /// The log manager holds loggers weakly: one that nobody holds forgets its level.
    private static final List<Logger> KEPT = new CopyOnWriteArrayList<>();

    private Logs() {}

    /// Replaces every handler of the root logger. Call it first of all, before anything logs.
    public static void configure(Format format) {
        // Read once, when the first logger is made; too late it does no harm.
        System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
        var lines = new LineWriter(new FileOutputStream(FileDescriptor.out));
        configure(format, lines);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("log-at-once").unstarted(lines::writeAtOnce));
    }

    static void configure(Format format, LineWriter lines) {
        var root = LogManager.getLogManager().getLogger("");
        for (var old : root.getHandlers()) root.removeHandler(old);
        root.addHandler(new ToLines(format, lines));
        root.setLevel(Level.INFO);
        // Announces each socket it opens and each second it took: we say that ourselves, once.
        quiet("io.helidon", Level.WARNING);
        // A caller who hangs up before the answer is there is no news, and must not be able to fill the log.
        quiet("io.helidon.webserver.http.ErrorHandlers", Level.SEVERE);
        // Nor is one who says nothing at all; the library gives each a stack trace.
        quiet("io.helidon.webserver.ConnectionHandler", Level.SEVERE);
    }

    private static void quiet(String name, Level least) {
        var logger = Logger.getLogger(name);
        logger.setLevel(least);
        KEPT.add(logger);
    }

    private static final class ToLines extends Handler {
        private final LineFormat format;
        private final LineWriter lines;

        ToLines(Format format, LineWriter lines) {
            this.format = switch (format) {
                case TEXT -> new TextLine();
                case JSON -> new JsonLine();
            };
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) lines.write(format.line(record));
        }

        @Override
        public void flush() {
            lines.flush();
        }

        @Override
        public void close() {
            lines.flush();
        }
    }
}
