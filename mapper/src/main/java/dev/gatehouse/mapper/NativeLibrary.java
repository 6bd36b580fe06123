package dev.gatehouse.mapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/// SQLite itself, a native library inside the driver's jar. Left alone the driver unpacks it at every start, into
/// a folder that everybody may write to; here it is unpacked once into a folder of ours.
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /// Unpacks the library if it is not there yet and tells the driver where it is. A path that the operator set
    /// wins; where nothing can be unpacked the driver falls back to its own way.
    static synchronized void load(Path folder) {
        if (System.getProperty(PATH) != null) return;
        try {
            System.setProperty(PATH, unpacked(folder).toString());
        } catch (IOException unwritable) {
            // A read-only disk is no reason not to start.
            System.getLogger(NativeLibrary.class.getName())
                    .log(System.Logger.Level.DEBUG, "the native library stays with the driver", unwritable);
        }
    }

    /// The folder that holds the library, one for each version and machine.
    static Path unpacked(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        var home = folder.toAbsolutePath()
                .resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
                        + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
        if (!isOurs(home.resolve(name))) unpack(resource, home, name);
        return home;
    }

    /// Whoever can write it can run code as us.
    private static boolean isOurs(Path library) throws IOException {
        return Files.exists(library) && isOnlyOurs(library.getParent()) && isOnlyOurs(library);
    }

    private static boolean isOnlyOurs(Path path) throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) return true;
        var mode = Files.getPosixFilePermissions(path);
        return Files.getOwner(path).getName().equals(System.getProperty("user.name"))
                && !mode.contains(PosixFilePermission.GROUP_WRITE)
                && !mode.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /// Written beside and moved into place, so that two processes that start together never load half a file.
    private static void unpack(String resource, Path home, String name) throws IOException {
        Files.createDirectories(home, SqliteFile.onlyOwner(home, "rwx------"));
        if (!isOnlyOurs(home)) throw new IOException("others may write to " + home);
        var beside = Files.createTempFile(home, name, ".new", SqliteFile.onlyOwner(home, "rwx------"));
        try (var packed = SQLiteJDBCLoader.class.getResourceAsStream(resource);
                var out = Files.newOutputStream(beside)) {
            if (packed == null) throw new IOException("the driver has no library for this machine: " + resource);
            packed.transferTo(out);
        }
        Files.move(beside, home.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
