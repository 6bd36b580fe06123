package dev.gatehouse.migrations.command;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.RevisionGraph;
import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.engine.DeclaredLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// All that is known of a revision, in full for people or as data for machines.
record Details(Project project, Shown shown) {

    private static final Pattern CREATED = Pattern.compile("(?m)^/// Created (\\S+?)\\.?$");

    static Details of(Project project, Set<String> current) {
        return new Details(project, new Shown(project.migrations().graph(), current));
    }

    /// One line a fact, then the message.
    void tell(Answer answer, Revision revision) {
        lines(revision).forEach(answer::line);
        answer.line("");
    }

    private List<String> lines(Revision revision) {
        var id = revision.id();
        var lines = new ArrayList<String>();
        lines.add("Rev: " + shown.name(revision));
        lines.add((graph().isMergePoint(id) ? "Merges: " : "Parent: ") + Shown.parents(revision));
        if (graph().isBranchPoint(id)) lines.add("Branches into: " + String.join(", ", children(revision)));
        list("Also depends on", graph().dependenciesOf(id)).ifPresent(lines::add);
        list("Branch names", graph().labelsOf(id)).ifPresent(lines::add);
        lines.add(file(revision)
                .map(file -> "Path: " + file)
                .orElse("Class: " + revision.getClass().getName()));
        created(revision).ifPresent(date -> lines.add("Created: " + date));
        list("Upgrade takes away", losses(revision, Direction.UPGRADE)).ifPresent(lines::add);
        list("Downgrade takes away", losses(revision, Direction.DOWNGRADE)).ifPresent(lines::add);
        lines.add("");
        revision.message().lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    /// The documented keys; they do not depend on options.
    Map<String, Object> document(Revision revision) {
        var id = revision.id();
        var document = new LinkedHashMap<String, Object>();
        document.put("revision", id);
        document.put("parents", revision.parents());
        document.put("children", children(revision));
        document.put("depends_on", graph().dependenciesOf(id));
        document.put("labels", graph().labelsOf(id));
        document.put("marks", shown.marks(revision));
        document.put("message", revision.message());
        document.put("class", revision.getClass().getName());
        document.put("path", file(revision).orElse(null));
        document.put("created", created(revision).orElse(null));
        document.put("upgrade_takes_away", losses(revision, Direction.UPGRADE));
        document.put("downgrade_takes_away", losses(revision, Direction.DOWNGRADE));
        return document;
    }

    private static Optional<String> list(String what, Collection<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join(", ", names));
    }

    private List<String> children(Revision revision) {
        return graph().childrenOf(revision.id()).stream().map(Revision::id).toList();
    }

    private List<String> losses(Revision revision, Direction direction) {
        return project.migrations().losses(revision, direction).stream()
                .map(DeclaredLoss::toString)
                .toList();
    }

    /// The source, where the source tree is at hand.
    private Optional<Path> file(Revision revision) {
        var file = project.folder().folder().resolve(revision.getClass().getSimpleName() + ".java");
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /// `revision` writes the date into the file and nowhere else.
    private Optional<String> created(Revision revision) {
        return file(revision)
                .map(Details::text)
                .map(CREATED::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }

    private RevisionGraph graph() {
        return project.migrations().graph();
    }
}
