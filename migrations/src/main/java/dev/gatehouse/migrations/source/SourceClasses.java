package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/// The classes of a project that is compiled when it is needed.
public final class SourceClasses {

    private static final String JAVA = ".java";

    private final ClassLoader loader;

    private SourceClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /// Compiles every Java file of these folders, not of folders below them, unless nothing changed since the last
    /// time.
    ///
    /// @param project the folder that may keep what was compiled
    /// @param classPath what the sources stand on
    public static SourceClasses of(Path project, ClassPath classPath, Path... folders) {
        var sources = new LinkedHashSet<Path>();
        for (var folder : folders) sources.addAll(files(folder));
        return new SourceClasses(new CompiledClasses(project, classPath).of(sources));
    }

    /// What the files of this folder say: a revision each; other classes may stand beside them.
    public List<Revision> revisions(Path folder, String packageName) {
        var revisions = new ArrayList<Revision>();
        for (var file : files(folder)) {
            var type = type(file, packageName);
            if (!Revision.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) continue;
            revisions.add(sound(Revision.class.cast(made(file, type)), file));
        }
        return revisions;
    }

    /// An object of the class that the file is named after.
    public Object made(Path file, String packageName) {
        return made(file, type(file, packageName));
    }

    private Class<?> type(Path file, String packageName) {
        var simple = file.getFileName().toString().replace(JAVA, "");
        var name = packageName.isEmpty() ? simple : packageName + "." + simple;
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException | LinkageError failure) {
            throw new MigrationException("%s must hold the class %s".formatted(file, name), failure);
        }
    }

    private static Object made(Path file, Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException failure) {
            throw ThrownBySource.in(file, "its constructor", failure.getCause());
        } catch (ExceptionInInitializerError failure) {
            throw ThrownBySource.in(file, "its initializer", failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new MigrationException(
                    "%s: the class must be public and have a public constructor without parameters".formatted(file),
                    failure);
        }
    }

    /// Asks once for all that the history is built from, so that a mistake is found in its file.
    private static Revision sound(Revision revision, Path file) {
        try {
            require(file, "id()", revision.id());
            require(file, "message()", revision.message());
            require(file, "parents()", revision.parents());
            require(file, "dependsOn()", revision.dependsOn());
            require(file, "branchLabels()", revision.branchLabels());
            return revision;
        } catch (MigrationException refusal) {
            throw refusal;
        } catch (RuntimeException | LinkageError failure) {
            throw ThrownBySource.in(file, "it", failure);
        }
    }

    private static void require(Path file, String method, Object answer) {
        var hasNull = answer instanceof List<?> list && list.stream().anyMatch(Objects::isNull);
        if (answer == null || hasNull) throw new MigrationException("%s: %s answers null".formatted(file, method));
    }

    private static SequencedSet<Path> files(Path folder) {
        var found = new LinkedHashSet<Path>();
        if (!Files.isDirectory(folder)) return found;
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(JAVA) && Files.isRegularFile(file))
                    .sorted()
                    .forEach(found::add);
            return found;
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be read".formatted(folder), failure);
        }
    }
}
