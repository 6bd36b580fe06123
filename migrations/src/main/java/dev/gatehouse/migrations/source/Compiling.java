package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.shape.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private Compiling() {}

    /// @param sources the files to compile, which see each other and this program's class path
    /// @return a loader that has the classes
    public static ClassLoader compile(Collection<Path> sources) {
        if (sources.isEmpty()) return Compiling.class.getClassLoader();
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new MigrationException("there is no Java compiler: run this with a JDK, not a JRE");
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                var memory = new Memory(files)) {
            var options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(null, memory, diagnostics, options, null, units)
                    .call()) throw failed(diagnostics);
            return new Loader(memory.classes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MigrationException failed(DiagnosticCollector<JavaFileObject> diagnostics) {
        return new MigrationException(diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Compiling::line)
                .collect(Collectors.joining("\n")));
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        var message = error.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", ");
        if (error.getSource() == null) return message;
        return "%s:%d: %s".formatted(error.getSource().getName(), error.getLineNumber(), message);
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

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Compiling.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var bytes = classes.get(name);
            if (bytes == null) throw new ClassNotFoundException(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
