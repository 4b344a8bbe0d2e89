package org.hotline400.bench;

/// A bench could not measure; the message says what is in the way and how to mend it.
public final class BenchFailedException extends RuntimeException {
    private final int exitCode;

    public BenchFailedException(String message) {
        this(1, message);
    }

    public BenchFailedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /// What the process ends with; never 0.
    public int exitCode() {
        return exitCode;
    }
}
