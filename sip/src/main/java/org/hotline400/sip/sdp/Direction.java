package org.hotline400.sip.sdp;

/// Which way the audio flows, seen from the describing side (RFC 8866 §6.7).
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /// Whether the describing side may send.
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    /// Whether it wants to receive.
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }
}
