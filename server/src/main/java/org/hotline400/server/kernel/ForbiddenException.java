package org.hotline400.server.kernel;

/// The caller is known but may not do this. The web edge answers 403.
public final class ForbiddenException extends RuntimeException {
    public ForbiddenException(String message) {
        super(message);
    }
}
