package org.hotline400.media;

/// Every port of the RTP range is in use (or taken by another program).
public final class NoPortLeftException extends RuntimeException {
    public NoPortLeftException(String message) {
        super(message);
    }
}
