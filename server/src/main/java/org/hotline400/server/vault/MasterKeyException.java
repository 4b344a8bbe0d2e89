package org.hotline400.server.vault;

/// The master key did not wrap or unwrap.
public abstract sealed class MasterKeyException extends RuntimeException {
    private MasterKeyException(String message, Throwable cause) {
        super(message, cause);
    }

    private MasterKeyException(String message) {
        super(message);
    }

    /// Whoever keeps it is away or silent: trying again may help.
    public static final class Unavailable extends MasterKeyException {
        public Unavailable(String message) {
            super(message);
        }

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// It is the wrong key, it may not be used, or what was wrapped has been changed: trying again does not
    /// help.
    public static final class Refused extends MasterKeyException {
        public Refused(String message) {
            super(message);
        }

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
