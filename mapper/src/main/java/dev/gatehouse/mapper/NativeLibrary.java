package dev.gatehouse.mapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/// SQLite itself, a native library inside the driver's jar. Left alone the driver unpacks it at every start, into a
/// folder that everybody may write to; here it is unpacked once into a folder of ours.
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /// Unpacks the library if it is not there yet and tells the driver where it is. A path that the operator set
    /// wins;
    /// where nothing can be unpacked the driver falls back to its own way.
    static synchronized void load(Path folder) {
        if (System.getProperty(PATH) != null) return;
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        var home = folder.toAbsolutePath()
                .resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
                        + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
        try {
            if (!isOurs(home.resolve(name))) unpack(resource, home, name);
            System.setProperty(PATH, home.toString());
        } catch (IOException unwritable) {
            // A read-only disk is no reason not to start.
            System.getLogger(NativeLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "the native library stays with the driver", unwritable);
        }
    }

    /// Whoever can write it can run code as us.
    private static boolean isOurs(Path library) throws IOException {
        if (!Files.exists(library)) return false;
        if (!Files.getFileStore(library).supportsFileAttributeView("posix")) return true;
        var folder = library.getParent();
        return isOnlyOurs(folder) && isOnlyOurs(library);
    }

    private static boolean isOnlyOurs(Path path) throws IOException {
        var mode = Files.getPosixFilePermissions(path).toString();
        return !mode.contains("GROUP_WRITE") && !mode.contains("OTHERS_WRITE");
    }

    /// Written beside and moved into place, so that two processes that start together never load half a file.
    private static void unpack(String resource, Path home, String name) throws IOException {
        Files.createDirectories(home.getParent(), SqliteFile.onlyOwner(home, "rwx------"));
        Files.createDirectories(home, SqliteFile.onlyOwner(home, "rwx------"));
        var beside = Files.createTempFile(home, name, ".new", SqliteFile.onlyOwner(home, "rwx------"));
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) throw new IOException("the driver has no library for this machine: " + resource);
            Files.copy(packed, beside, StandardCopyOption.REPLACE_EXISTING);
            if (!isOnlyOurs(beside))
                Files.setPosixFilePermissions(
                        beside, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            Files.move(beside, home.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
