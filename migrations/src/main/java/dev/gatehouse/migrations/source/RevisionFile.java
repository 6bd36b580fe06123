package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.operation.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A revision as a Java file.
///
/// @param packageName where it lives; empty: in no package
/// @param placed what it is called and where in the history it stands
/// @param losses what it takes away, up or down, in sentences: paragraphs of its Javadoc
/// @param notes what the tool saw that a person should look at; comments in the file
record RevisionFile(
        String packageName,
        Placed placed,
        Instant created,
        List<String> losses,
        List<String> notes,
        List<Operation> upgrade,
        List<Operation> downgrade) {

    private static final int SLUG = 40;

    RevisionFile {
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /// `R4f0c5d1e77aa_CreateAccounts`: the id says which, the message what.
    String className() {
        var slug = slug();
        return slug.isEmpty() ? "R" + placed.id() : "R" + placed.id() + "_" + slug;
    }

    /// `4f0c5d1e77aa` → `R4f0c5d1e77aa_CreateAccounts.java`.
    String fileName() {
        return className() + ".java";
    }

    private String slug() {
        var slug = new StringBuilder();
        for (var word : placed.message().split("[^A-Za-z0-9]+")) {
            if (word.isEmpty() || slug.length() + word.length() > SLUG) continue;
            slug.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return slug.toString();
    }

    /// The whole file, formatted.
    String text() {
        var text = new StringBuilder();
        if (!packageName.isEmpty()) text.append("package ").append(packageName).append(";\n\n");
        text.append("""
                import static dev.gatehouse.migrations.Define.*;

                import dev.gatehouse.migrations.Operations;
                import dev.gatehouse.migrations.Revision;
                import java.util.List;

                %s
                ///
                /// Created %s.
                %spublic final class %s implements Revision {

                """.formatted(
                        String.join("\n", Comment.lines("/// ", placed.message())),
                        created.truncatedTo(ChronoUnit.SECONDS),
                        losses.stream().map(RevisionFile::paragraph).collect(Collectors.joining()),
                        className()));
        text.append(answer("String", "id", StringLiteral.of(placed.id())));
        text.append(names("parents", placed.parents()));
        if (!placed.dependsOn().isEmpty()) text.append(names("dependsOn", placed.dependsOn()));
        if (!placed.branchLabels().isEmpty()) text.append(names("branchLabels", placed.branchLabels()));
        text.append(answer("String", "message", StringLiteral.of(placed.message())));
        text.append(method("upgrade", notes, upgrade)).append('\n').append(method("downgrade", List.of(), downgrade));
        return text.append("}\n").toString();
    }

    private static String paragraph(String text) {
        return "///\n" + String.join("\n", Comment.lines("/// ", text)) + "\n";
    }

    private static String names(String name, List<String> names) {
        return method("List<String>", name, Layout.statement(8, Code.call("return List.of", Code.texts(names))));
    }

    private static String answer(String type, String name, String value) {
        return method(type, name, "        return " + value + ";");
    }

    private static String method(String type, String name, String statement) {
        return "    @Override\n    public %s %s() {\n%s\n    }\n\n".formatted(type, name, statement);
    }

    private static String method(String name, List<String> notes, List<Operation> operations) {
        var lines = new ArrayList<String>();
        notes.forEach(note -> lines.addAll(Comment.lines("        // ", note)));
        operations.forEach(operation -> lines.add(Layout.statement(8, OperationCode.of(operation))));
        var body = lines.isEmpty() ? "}" : "\n" + String.join("\n", lines) + "\n    }";
        return "    @Override\n    public void %s(Operations op) {%s\n".formatted(name, body);
    }
}
