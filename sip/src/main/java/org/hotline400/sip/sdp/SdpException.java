package org.hotline400.sip.sdp;

/// A session description that cannot be read; the message names the line and what is wrong with it.
public final class SdpException extends Exception {
    public SdpException(String message) {
        super(message);
    }
}
