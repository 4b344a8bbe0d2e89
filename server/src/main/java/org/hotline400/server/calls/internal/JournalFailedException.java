package org.hotline400.server.calls.internal;

import java.io.IOException;

/// The journal cannot be written: the disk is full or broken. No new call may begin then.
public final class JournalFailedException extends RuntimeException {
    JournalFailedException(IOException cause) {
        super("the journal cannot be written: " + cause.getMessage(), cause);
    }
}
