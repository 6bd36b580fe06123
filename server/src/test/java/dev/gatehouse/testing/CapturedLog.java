package dev.gatehouse.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Everything that is logged while it is open, with all that hangs on it: from our own code at every level, from
/// others what a server would print. (Below that, drivers and Helidon write down whole conversations; no setting
/// lets them.)
public final class CapturedLog implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("dev.gatehouse");
    private final Level level = root.getLevel();
    private final List<Handler> usual = Arrays.asList(root.getHandlers());
    private final StringBuffer text = new StringBuffer();

    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            text.append(new SimpleFormatter().formatMessage(record)).append('\n');
            if (record.getParameters() != null) text.append(Arrays.deepToString(record.getParameters()));
            if (record.getThrown() != null) {
                var trace = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(trace));
                text.append(trace);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private CapturedLog() {
        usual.forEach(root::removeHandler);
        root.addHandler(ear);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.ALL);
    }

    public static CapturedLog begin() {
        return new CapturedLog();
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void close() {
        root.setLevel(level);
        ours.setLevel(null);
        root.removeHandler(ear);
        usual.forEach(root::addHandler);
    }
}
