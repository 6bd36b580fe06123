package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.engine.Change;
import dev.gatehouse.migrations.engine.Script;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Steps as one SQL script for a database that is not here, so that somebody else can read it and run it.
///
/// It leaves what the steps themselves would leave, the version table's rows among it. Like them each step is one
/// transaction, runs only where the database stands at the step before it, and takes no data away that nobody gave
/// up.
///
/// @param history the revisions
/// @param versions the version table
/// @param destroyData whether data may go; otherwise the script counts it and stops
record OfflineScript(History history, VersionTable versions, Script script, boolean destroyData) {

    /// The whole script. What cannot be written is refused before a line of it is there.
    String of(List<Step> steps) {
        if (steps.isEmpty()) return "-- Nothing to do.\n";
        var verb = steps.getFirst().direction().name().toLowerCase(Locale.ROOT);
        var lines = new ArrayList<>(
                heading(verb, steps.getFirst().before(), steps.getLast().after()));
        lines.addAll(script.opening());
        var schema = history.shapeAt(steps.getFirst().before());
        for (var step : steps) {
            lines.addAll(of(step, schema));
            schema = history.after(step, schema);
        }
        lines.addAll(script.closing());
        return String.join("\n", lines) + "\n";
    }

    private List<String> heading(String verb, Set<String> before, Set<String> after) {
        var heading = new ArrayList<String>();
        heading.add(comment("%s %s -> %s".formatted(verb, Ids.of(before), Ids.of(after))));
        script.howToRun().forEach(line -> heading.add(comment(line)));
        if (destroyData) heading.add(comment("It takes data away without asking."));
        return heading;
    }

    private List<String> of(Step step, SchemaShape before) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(comment(step.toString()));
        lines.addAll(script.begin(versions.name()));
        if (step.before().isEmpty()) lines.add(createVersions());
        lines.add(script.require(standsAt(step.before())));
        lines.addAll(history.script(script, step, before, this::judged));
        versions.statements(step.before(), step.after()).forEach(sql -> lines.add(Script.ended(sql)));
        lines.addAll(script.commit());
        return lines;
    }

    /// As many rows as there should be, and no other.
    private Change.Demand standsAt(Set<String> heads) {
        var known = heads.stream().sorted().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        var others = heads.isEmpty() ? "0" : "count(case when revision not in (%s) then 1 end)".formatted(known);
        return new Change.Demand(
                "select abs(count(*) - " + heads.size() + ") + " + others + " from " + quoted(versions.name()),
                "the database does not stand at %s: nothing was changed".formatted(Ids.of(heads)));
    }

    /// A database that went back to base has the table already.
    private String createVersions() {
        return Script.ended(versions.createTable().replaceFirst("create table", "create table if not exists"));
    }

    private Change judged(Change change) {
        return !destroyData && change instanceof Change.Loss loss ? demandOf(loss) : change;
    }

    private static Change demandOf(Change.Loss loss) {
        var name = loss.column().isEmpty() ? loss.table() : loss.table() + "." + loss.column();
        return new Change.Demand(
                loss.countSql(),
                "this would destroy data: %s (%%d %s); write the script with --destroy-data if that is meant"
                        .formatted(name, loss.column().isEmpty() ? "rows" : "values"));
    }

    private static String comment(String text) {
        return "-- " + text.replaceAll("\\s+", " ").strip();
    }
}
