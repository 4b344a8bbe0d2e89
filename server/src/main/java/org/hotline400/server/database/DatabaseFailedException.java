package org.hotline400.server.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be started, reached or trusted. The message says what to do; trying again as is won't
/// help.
public final class DatabaseFailedException extends RuntimeException {
    public DatabaseFailedException(String message) {
        super(message);
    }

    public DatabaseFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
