package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The folder that holds the revisions' sources.
///
/// @param folder where the files are
/// @param packageName the package that they are in
/// @param list the class that lists them all, kept by the tool, for programs that compile them in; empty: no list
///     is kept
public record SourceFolder(Path folder, String packageName, Optional<String> list) {

    private static final Pattern REVISION_FILE = Pattern.compile("R[A-Za-z0-9]+(_[A-Za-z0-9_]*)?\\.java");

    /// Refuses revisions that lie in the folder but are not compiled in: a new one would be written beside the
    /// newest instead of after it.
    public void requireComplete(Collection<? extends Revision> compiled) {
        if (list.isPresent() && !Files.isDirectory(folder)) {
            throw new MigrationException(
                    "there is no folder %s: a new revision is written in the source tree, not in a packed copy of it"
                            .formatted(folder));
        }
        var known = compiled.stream().map(SourceFolder::className).toList();
        var missing =
                classNames().stream().filter(name -> !known.contains(name)).toList();
        if (missing.isEmpty()) return;
        throw new MigrationException("%s in %s is not compiled in: build first, and see that %s lists it"
                .formatted(String.join(", ", missing), folder, list.orElse("the program")));
    }

    /// Refuses a folder that is not there: a history that is not found must not look like one that is empty.
    public void requireFound(Collection<? extends Revision> history) {
        if (!history.isEmpty() || Files.isDirectory(folder)) return;
        throw new MigrationException(
                "there is no folder %s, and so no history: see whether versions in migrations.properties is right; revision makes it"
                        .formatted(folder));
    }

    /// Writes a new revision, and the list with it at the end.
    ///
    /// @param before those that are there, in order
    Path write(RevisionFile file, Collection<? extends Revision> before) {
        var path = folder.resolve(file.fileName());
        if (Files.exists(path)) throw new MigrationException("%s is there already".formatted(path));
        try {
            Files.createDirectories(folder);
            WholeFile.write(path, file.text());
            if (list.isPresent()) writeList(list.get(), file, before);
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be written".formatted(path), failure);
        }
        return path;
    }

    /// A revision that the list does not name would never run: it goes if the list cannot be written.
    private void writeList(String name, RevisionFile added, Collection<? extends Revision> before) throws IOException {
        var names = new ArrayList<>(before.stream().map(SourceFolder::className).toList());
        names.add(added.className());
        try {
            WholeFile.write(folder.resolve(name + ".java"), listText(name, names));
        } catch (IOException failure) {
            Files.deleteIfExists(folder.resolve(added.fileName()));
            throw failure;
        }
    }

    private List<String> classNames() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> REVISION_FILE.matcher(name).matches())
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .filter(name -> !list.equals(Optional.of(name)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String className(Revision revision) {
        return revision.getClass().getSimpleName();
    }

    private String listText(String name, List<String> classNames) {
        var created = classNames.stream()
                .<Code>map(className -> new Code.Word("new " + className + "()"))
                .toList();
        return """
                %simport dev.gatehouse.migrations.Revision;
                import java.util.List;

                /// Every revision, oldest first. The verb `revision` keeps this list; it is not edited by hand.
                public final class %s {

                    private %s() {}

                    public static List<Revision> all() {
                %s
                    }
                }
                """.formatted(
                        packageName.isEmpty() ? "" : "package " + packageName + ";\n\n",
                        name,
                        name,
                        Layout.statement(8, Code.call("return List.of", created)));
    }
}
