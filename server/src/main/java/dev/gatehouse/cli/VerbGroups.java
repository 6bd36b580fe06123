package dev.gatehouse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/// The verbs as `--help` lists them: by what somebody wants to do, since the names alone are many.
final class VerbGroups implements IHelpSectionRenderer {

    private static final int NAME = 14;
    private static final int WIDTH = 80;

    private static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("The server:", List.of("serve", "doctor", "secret"));
        groups.put(
                "Who and what it knows:",
                List.of("account", "client", "group", "role", "model", "key", CheckPermissionCommand.NAME));
        groups.put(
                "Gatehouse's own schema:",
                List.of("current", "check", "upgrade", "downgrade", "history", "show", "heads", "branches", "stamp"));
        groups.put("Writing the next revision (in the source tree):", List.of("revision", "merge"));
        groups.put("Migrations for a project of your own:", List.of("init", "migrations"));
        return groups;
    }

    @Override
    public String render(Help help) {
        var left = new LinkedHashMap<>(help.subcommands());
        left.remove("help");
        var text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            var verbs = new LinkedHashMap<String, Help>();
            for (var name : names) {
                if (left.containsKey(name)) verbs.put(name, left.remove(name));
            }
            text.append(section(help, heading, verbs));
        });
        return text.append(section(help, "Others:", left)).toString();
    }

    private static String section(Help help, String heading, Map<String, Help> verbs) {
        if (verbs.isEmpty()) return "";
        var table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAME, 2, Column.Overflow.SPAN),
                new Column(WIDTH - NAME, 1, Column.Overflow.WRAP));
        verbs.forEach((name, verb) -> table.addRowValues(name, firstLine(verb)));
        return "\n%s%n%s".formatted(heading, table);
    }

    private static String firstLine(Help verb) {
        var usage = verb.commandSpec().usageMessage();
        var lines = new ArrayList<>(List.of(usage.description()));
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
