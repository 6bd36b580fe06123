package dev.gatehouse.mapper;

/// The database has too much to do just now; nothing was done, and the same may be asked again later.
public class DatabaseBusy extends DatabaseFault {
    public DatabaseBusy(String message) {
        super(message);
    }

    public DatabaseBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
