package dev.gatehouse.migrations.shape;

/// Why a migration did not run, in one line that says what, where and what to do. The commands print that line.
public class MigrationException extends RuntimeException {

    public MigrationException(String message) {
        super(message);
    }

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
