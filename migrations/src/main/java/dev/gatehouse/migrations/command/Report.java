package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Progress;
import dev.gatehouse.migrations.Run;
import dev.gatehouse.migrations.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers what happened, for machines that are told everything at the end.
final class Report implements Progress {

    private final List<Map<String, Object>> steps = new ArrayList<>();
    private String copy;
    private String dumpCommand;

    @Override
    public void done(Step step, Duration took) {
        var document = new LinkedHashMap<>(Moving.document(step));
        document.put("milliseconds", took.toMillis());
        steps.add(document);
    }

    @Override
    public void kept(Path file) {
        copy = file.toString();
    }

    @Override
    public void advised(String command) {
        dumpCommand = command;
    }

    /// @return `copy` and `dump` are null where no data went
    Map<String, Object> document(Run run) {
        var document = new LinkedHashMap<String, Object>();
        document.put("steps", steps);
        document.put("current", run.current().stream().sorted().toList());
        document.put("copy", copy);
        document.put("dump", dumpCommand);
        return document;
    }
}
