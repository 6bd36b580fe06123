package dev.gatehouse.web.tls;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.ReentrantLock;

/// The identity as its files have it now: looked at in every handshake, so that a renewed certificate is shown at
/// once. Connections that are open go on as they are.
///
/// While the files do not fit (a renewal writes one after the other) the last good identity stays.
final class LiveIdentity {

    private static final System.Logger LOG = System.getLogger(LiveIdentity.class.getName());

    private final TlsFiles files;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Seen seen;

    /// What the files looked like when they were last read, and the identity that is good since.
    private record Seen(String stamp, ServerIdentity identity) {}

    /// @throws UnusableFile when there is no identity to begin with
    LiveIdentity(TlsFiles files) {
        this.files = files;
        // The stamp first: what changes while we read will be noticed.
        var stamp = stamp();
        this.seen = new Seen(stamp, ServerIdentity.read(files));
    }

    ServerIdentity current() {
        var stamp = stamp();
        // Whoever finds somebody else reading takes what is there: nobody waits.
        if (!stamp.equals(seen.stamp()) && reading.tryLock()) {
            try {
                if (!stamp.equals(seen.stamp())) seen = new Seen(stamp, readAnew());
            } finally {
                reading.unlock();
            }
        }
        return seen.identity();
    }

    private ServerIdentity readAnew() {
        try {
            var identity = ServerIdentity.read(files);
            LOG.log(
                    Level.INFO,
                    "the TLS certificate was renewed: {0}, good until {1}",
                    identity.certificate().getSubjectX500Principal(),
                    identity.goodUntil());
            return identity;
        } catch (UnusableFile fault) {
            LOG.log(Level.WARNING, "the TLS files have changed and the ones before stay in use: " + fault.getMessage());
            return seen.identity();
        }
    }

    private String stamp() {
        return stamp(files.certificate()) + " " + stamp(files.key());
    }

    private static String stamp(Path file) {
        try {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.lastModifiedTime() + "/" + found.size() + "/" + found.fileKey();
        } catch (IOException _) {
            return "none";
        }
    }
}
