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
/// @param notes what the tool saw that a person should look at; comments in the file
public record RevisionFile(
        String packageName,
        String id,
        List<String> parents,
        String message,
        Instant created,
        List<String> notes,
        List<Operation> upgrade,
        List<Operation> downgrade) {

    private static final int SLUG = 40;

    public RevisionFile {
        parents = List.copyOf(parents);
        notes = List.copyOf(notes);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /// `R4f0c5d1e77aa_CreateAccounts`: the id says which, the message what.
    public String className() {
        var slug = slug();
        return slug.isEmpty() ? "R" + id : "R" + id + "_" + slug;
    }

    /// `4f0c5d1e77aa` → `R4f0c5d1e77aa_CreateAccounts.java`.
    public String fileName() {
        return className() + ".java";
    }

    private String slug() {
        var slug = new StringBuilder();
        for (var word : message.split("[^A-Za-z0-9]+")) {
            if (word.isEmpty() || slug.length() + word.length() > SLUG) continue;
            slug.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return slug.toString();
    }

    /// The whole file, formatted.
    public String text() {
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
                public final class %s implements Revision {

                    @Override
                    public String id() {
                        return %s;
                    }

                    @Override
                    public List<String> parents() {
                        return List.of(%s);
                    }

                    @Override
                    public String message() {
                        return %s;
                    }

                """.formatted(
                        String.join("\n", Comment.lines("/// ", message)),
                        created.truncatedTo(ChronoUnit.SECONDS),
                        className(),
                        StringLiteral.of(id),
                        parents.stream().map(StringLiteral::of).collect(Collectors.joining(", ")),
                        StringLiteral.of(message)));
        text.append(method("upgrade", notes, upgrade)).append('\n').append(method("downgrade", List.of(), downgrade));
        return text.append("}\n").toString();
    }

    private static String method(String name, List<String> notes, List<Operation> operations) {
        var lines = new ArrayList<String>();
        notes.forEach(note -> lines.addAll(Comment.lines("        // ", note)));
        operations.forEach(operation -> lines.add(Layout.statement(8, OperationCode.of(operation))));
        var body = lines.isEmpty() ? "}" : "\n" + String.join("\n", lines) + "\n    }";
        return "    @Override\n    public void %s(Operations op) {%s\n".formatted(name, body);
    }
}
