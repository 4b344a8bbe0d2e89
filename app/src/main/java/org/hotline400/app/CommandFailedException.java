package org.hotline400.app;

/// A command could not do what it was asked to; the message says what is wrong and how to mend it, in one line.
public final class CommandFailedException extends RuntimeException {
    private final int exitCode;

    public CommandFailedException(String message) {
        this(1, message);
    }

    public CommandFailedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /// What the process ends with; never 0.
    public int exitCode() {
        return exitCode;
    }
}
