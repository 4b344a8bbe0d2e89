package org.hotline400.simulator;

/// What was waited for did not happen in its bound; the message says what did.
public final class TookTooLongException extends RuntimeException {
    public TookTooLongException(String message) {
        super(message);
    }
}
