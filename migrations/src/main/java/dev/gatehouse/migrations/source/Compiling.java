package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles sources with the JDK's own compiler, into memory: a project of migrations needs no build.
public final class Compiling {
    private static final int SHOWN = 8;

    private Compiling() {}

    /// @param sources the files to compile, which see each other and this program's class path
    /// @return a loader that has the classes
    public static ClassLoader compile(Collection<Path> sources) {
        return sources.isEmpty()
                ? Compiling.class.getClassLoader()
                : new MemoryClasses(classes(sources, ClassPath.OWN), ClassPath.OWN.loader());
    }

    /// The same as bytes, by the classes' names.
    static Map<String, byte[]> classes(Collection<Path> sources, ClassPath classPath) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new MigrationException("there is no Java compiler: run this with a JDK, not a JRE");
        sources.forEach(Compiling::requireUtf8);
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                var memory = new Memory(files)) {
            var options = List.of("-proc:none", "-nowarn", "-classpath", classPath.text());
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(null, memory, diagnostics, options, null, units)
                    .call()) throw failed(diagnostics);
            return memory.classes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The compiler passes over what it cannot read where that is in a comment, and says little where it is not.
    private static void requireUtf8(Path source) {
        try {
            Files.readString(source);
        } catch (CharacterCodingException failure) {
            throw new MigrationException("%s is not written in UTF-8".formatted(source), failure);
        } catch (IOException failure) {
            throw MigrationException.of("%s cannot be read".formatted(source), failure);
        }
    }

    /// One line an error, as many as somebody would read.
    private static MigrationException failed(DiagnosticCollector<JavaFileObject> diagnostics) {
        var errors = diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Compiling::line)
                .distinct()
                .toList();
        var shown = new ArrayList<>(errors.subList(0, Math.min(errors.size(), SHOWN)));
        if (errors.size() > SHOWN) shown.add("and %d more errors".formatted(errors.size() - SHOWN));
        return new MigrationException(String.join("\n", shown));
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        var message = error.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", ");
        if (error.getSource() == null) return message;
        return "%s:%d:%d: %s"
                .formatted(error.getSource().getName(), error.getLineNumber(), error.getColumnNumber(), message);
    }

    /// Where the compiler puts the classes.
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            return written.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
        }
    }
}
