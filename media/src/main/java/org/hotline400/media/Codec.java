package org.hotline400.media;

/// ITU-T G.711 (8,000 Hz, one byte a sample), static payload types of RFC 3551.
public enum Codec {
    PCMU(0),
    PCMA(8);

    private final int payloadType;

    Codec(int payloadType) {
        this.payloadType = payloadType;
    }

    public int payloadType() {
        return payloadType;
    }
}
