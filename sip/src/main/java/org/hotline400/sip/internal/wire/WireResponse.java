package org.hotline400.sip.internal.wire;

import org.hotline400.sip.SipResponse;

/// A response on the wire.
public final class WireResponse extends WireMessage implements SipResponse {

    private final int status;
    private final String phrase;

    WireResponse(byte[] bytes, HeaderIndex index, int bodyStart, int status, String phrase) {
        super(bytes, index, bodyStart);
        this.status = status;
        this.phrase = phrase;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String phrase() {
        return phrase;
    }
}
