package dev.gatehouse.mapper;

/// The calling thread was interrupted before its work began; nothing was done. The thread's interrupt flag is
/// set.
public final class DatabaseInterrupted extends DatabaseFault {
    public DatabaseInterrupted(String message) {
        super(message);
    }
}
