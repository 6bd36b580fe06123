package dev.gatehouse.migrations.source;

import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A revision that went through its file: written, compiled and loaded, as a project's are.
public final class WrittenRevision {

    private WrittenRevision() {}

    /// @param like what it is called and where it stands
    public static Revision compiled(Path folder, Revision like, List<Operation> up, List<Operation> down) {
        var placed = new Placed(like.id(), like.parents(), like.dependsOn(), like.branchLabels(), like.message());
        var file = new RevisionFile("", placed, Instant.EPOCH, List.of(), List.of(), up, down);
        try {
            var source = Files.writeString(folder.resolve(file.fileName()), file.text());
            return (Revision) Compiling.compile(List.of(source))
                    .loadClass(file.className())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }
}
