package org.hotline400.sip.sdp;

/// Which way the audio flows, seen from the describing side (RFC 8866 §6.7).
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE
}
