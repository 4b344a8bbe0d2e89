package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.SipHop;

/// The way out to the network.
public interface Outlet {

    /// Sends one message. Returns at once.
    ///
    /// @param failed runs later when the message certainly did not leave (connection refused, broken, backlog full)
    void send(SipHop hop, byte[] message, Runnable failed);
}
