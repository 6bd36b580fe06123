package dev.gatehouse.mapper;

/// The database could not do what it was asked, and the caller is not expected to know what to do about it.
/// Its subtypes say more where more is known.
public class DatabaseFault extends RuntimeException {
    public DatabaseFault(String message) {
        super(message);
    }

    public DatabaseFault(String message, Throwable cause) {
        super(message, cause);
    }
}
