package org.hotline400.sip.internal.transport;

import org.hotline400.sip.SipSource;

/// Takes the messages that come in.
@FunctionalInterface
public interface Receiver {
    void received(byte[] message, SipSource source);

    /// Whether connections from there are to be taken and kept at all.
    default boolean welcomes(SipSource source) {
        return true;
    }
}
