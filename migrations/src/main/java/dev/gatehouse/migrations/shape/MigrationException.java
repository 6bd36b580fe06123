package dev.gatehouse.migrations.shape;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a migration did not run, in one line that says what, where and what to do. The commands print that line.
public class MigrationException extends RuntimeException {

    public MigrationException(String message) {
        super(message);
    }

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }

    /// A file that could not be used, and why in words: Java often names the file alone.
    ///
    /// @param what did not work, with the file's name: `db/Model.java cannot be read`
    public static MigrationException of(String what, IOException failure) {
        return new MigrationException("%s: %s".formatted(what, reason(failure)), failure);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "this user may not";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage();
        };
    }
}
