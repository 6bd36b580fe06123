package dev.gatehouse.mapper;

/// The database cannot be reached, or its file cannot be read or written.
public final class DatabaseDown extends DatabaseFault {
    public DatabaseDown(String message, Throwable cause) {
        super(message, cause);
    }
}
