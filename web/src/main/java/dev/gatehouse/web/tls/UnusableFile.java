package dev.gatehouse.web.tls;

import java.nio.file.Path;

/// A file for TLS cannot be used. The message is one line for the operator; nothing of the file stands in it.
public final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final String found;
    private final String advice;

    UnusableFile(Path file, String found, String advice) {
        super(file + " " + found + ". " + advice);
        this.file = file;
        this.found = found;
        this.advice = advice;
    }

    public Path file() {
        return file;
    }

    /// What is wrong, to be read after the file's name.
    public String found() {
        return found;
    }

    public String advice() {
        return advice;
    }
}
