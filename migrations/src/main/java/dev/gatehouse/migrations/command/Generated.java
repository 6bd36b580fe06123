package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.source.NewRevision.Written;
import java.util.LinkedHashMap;
import java.util.List;

/// What `revision` and `merge` answer: what was seen, and the file that was written.
record Generated(Answer answer, Written written) {

    void tell() {
        written.comparison().ifPresent(this::tell);
        written.file()
                .ifPresentOrElse(
                        file -> answer.line("Generated " + file),
                        () -> answer.line("No changes detected: no file was written"));
        answer.document(document());
    }

    private void tell(Comparison comparison) {
        comparison.unread().forEach(unread -> answer.line("Not read: " + unread));
        comparison.drift().forEach(drift -> answer.line("Drift: " + drift));
        comparison.inWords().forEach(difference -> answer.line("Detected " + difference));
        comparison.hints().forEach(hint -> answer.line("Look: " + hint));
    }

    private LinkedHashMap<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", written.file().orElse(null));
        written.comparison().ifPresent(comparison -> {
            document.put("detected", texts(comparison.inWords()));
            document.put("hints", texts(comparison.hints()));
            document.put("drift", texts(comparison.drift()));
            document.put("unread", texts(comparison.unread()));
        });
        return document;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
