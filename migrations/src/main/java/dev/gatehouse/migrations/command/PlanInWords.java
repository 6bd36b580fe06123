package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/// A plan for people, line by line, and for machines.
final class PlanInWords {

    private static final Map<String, String> MEANWHILE = Map.of(
            "ACCESS EXCLUSIVE", "nobody else reads or writes it",
            "SHARE ROW EXCLUSIVE", "others read it, nobody else writes",
            "SHARE", "others read it, nobody writes",
            "ROW EXCLUSIVE", "others read and write other rows");

    private PlanInWords() {}

    static List<String> lines(Plan plan) {
        if (plan.steps().isEmpty()) return List.of("Nothing to do.");
        var lines = new ArrayList<String>();
        for (var planned : plan.steps()) {
            lines.add(Answer.styled(Ansi.Style.bold, planned.step().toString()));
            for (var statement : planned.statements()) lines.addAll(lines(statement));
            planned.losses().forEach(loss -> lines.add(Answer.styled(Ansi.Style.fg_red, "  destroys " + loss)));
        }
        lines.add(
                plan.dialect() == Dialect.SQLITE
                        ? "Other writers wait while a step runs, readers do not. Nothing was run."
                        : "A step is one transaction: its locks are held until it is over. Nothing was run.");
        return lines;
    }

    private static List<String> lines(Plan.Statement statement) {
        var lines = new ArrayList<String>();
        statement.sql().lines().forEach(line -> lines.add("  " + line));
        statement.effects().forEach(effect -> lines.add("      " + words(effect)));
        if (!statement.isJudged()) lines.add("      what it locks and how long it takes is not known here");
        return lines;
    }

    private static String words(Plan.Effect effect) {
        var work = switch (effect.rows()) {
            case UNTOUCHED -> "";
            case READ -> "reads " + effect.table() + count(effect);
            case REWRITTEN -> "rewrites " + effect.table() + count(effect);
        };
        if (effect.lock().isEmpty())
            return work.isEmpty() ? "leaves the rows of %s alone".formatted(effect.table()) : work;
        var lock = "locks %s: %s (%s)".formatted(effect.table(), MEANWHILE.get(effect.lock()), effect.lock());
        return work.isEmpty() ? lock : lock + "; " + work;
    }

    private static String count(Plan.Effect effect) {
        if (effect.count().isEmpty()) return "";
        var rows = effect.count().getAsLong();
        return String.format(Locale.ROOT, rows == 1 ? " (%,d row)" : " (%,d rows)", rows);
    }

    static Map<String, Object> document(Plan plan) {
        return Map.of("steps", plan.steps().stream().map(PlanInWords::document).toList());
    }

    private static Map<String, Object> document(Plan.Planned planned) {
        var document = new LinkedHashMap<>(Moving.document(planned.step()));
        document.put(
                "statements",
                planned.statements().stream().map(PlanInWords::document).toList());
        document.put("losses", planned.losses().stream().map(Moving::document).toList());
        return document;
    }

    private static Map<String, Object> document(Plan.Statement statement) {
        var document = new LinkedHashMap<String, Object>();
        document.put("sql", statement.sql());
        document.put("judged", statement.isJudged());
        document.put(
                "touches",
                statement.effects().stream().map(PlanInWords::document).toList());
        return document;
    }

    private static Map<String, Object> document(Plan.Effect effect) {
        var document = new LinkedHashMap<String, Object>();
        document.put("table", effect.table());
        document.put("lock", effect.lock().isEmpty() ? null : effect.lock());
        document.put("work", effect.rows().word());
        document.put("rows", effect.count().isPresent() ? effect.count().getAsLong() : null);
        return document;
    }
}
