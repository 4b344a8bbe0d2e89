package org.hotline400.server.calls;

/// The caller hung up while a verb was under way. Not a fault: the story simply ends here.
public final class CallerGoneException extends RuntimeException {
    public CallerGoneException(String how) {
        super(how, null, false, false);
    }
}
