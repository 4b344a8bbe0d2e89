package org.hotline400.server.calls;

/// The platform or the network failed this call: no media port left, the leg broke, the platform is stopping.
public final class PhoneFailedException extends RuntimeException {
    private final HangUp cause;

    public PhoneFailedException(HangUp cause, String message) {
        super(message);
        this.cause = cause;
    }

    public PhoneFailedException(HangUp cause, String message, Throwable reason) {
        super(message, reason);
        this.cause = cause;
    }

    /// What to end the call with.
    public HangUp hangUp() {
        return cause;
    }
}
