package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.compare.Comparison;
import dev.gatehouse.migrations.compare.Drift;
import dev.gatehouse.migrations.engine.Unread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/// `check`: whether a `revision --autogenerate` would have anything to write, and whether the database still is what
/// the revisions made of it. A build asks this.
@Command(
        name = "check",
        description = {
            "See whether every declared table is in the revisions, and the database is what they made.",
            "Exit code 0 if so, 1 if not. What cannot be read is listed and does not count."
        })
final class CheckVerb implements Callable<Integer> {

    private final Project.Source project;

    @Mixin
    private Answer answer;

    CheckVerb(Project.Source project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var here = project.open();
        var comparison = here.migrations().compare(here.declared().tables());
        tellChanges(comparison.inWords());
        comparison.hints().forEach(hint -> answer.line("Look: " + hint));
        tellDrift(comparison.drift());
        comparison.unread().forEach(unread -> answer.line("Not read: " + unread));
        answer.document(document(comparison));
        return comparison.isClean() ? 0 : 1;
    }

    private void tellChanges(List<String> changes) {
        if (changes.isEmpty()) {
            answer.line(Answer.styled(Ansi.Style.fg_green, "No new upgrade operations detected."));
            return;
        }
        answer.line(Answer.styled(Ansi.Style.bold, "New upgrade operations detected:"));
        changes.forEach(change -> answer.line("  " + change));
    }

    private void tellDrift(List<Drift> drift) {
        if (drift.isEmpty()) return;
        answer.line(Answer.styled(Ansi.Style.bold, "Drift: somebody altered the database by hand:"));
        for (var one : drift) {
            answer.line("  " + one);
            one.live().ifPresent(text -> answer.line("    database:  " + text));
            one.recorded().ifPresent(text -> answer.line("    revisions: " + text));
        }
    }

    private static Map<String, Object> document(Comparison comparison) {
        var document = new LinkedHashMap<String, Object>();
        document.put("clean", comparison.isClean());
        document.put("operations", comparison.inWords());
        document.put("hints", comparison.hints());
        document.put(
                "drift", comparison.drift().stream().map(CheckVerb::document).toList());
        document.put(
                "unread", comparison.unread().stream().map(CheckVerb::document).toList());
        return document;
    }

    private static Map<String, Object> document(Drift drift) {
        var document = new LinkedHashMap<String, Object>();
        document.put("element", drift.element());
        document.put("what", drift.toString());
        document.put("database", drift.live().orElse(null));
        document.put("revisions", drift.recorded().orElse(null));
        return document;
    }

    private static Map<String, Object> document(Unread unread) {
        var document = new LinkedHashMap<String, Object>();
        document.put("kind", unread.kind());
        document.put("table", unread.table().isEmpty() ? null : unread.table());
        document.put("name", unread.name());
        document.put("why", unread.why());
        return document;
    }
}
