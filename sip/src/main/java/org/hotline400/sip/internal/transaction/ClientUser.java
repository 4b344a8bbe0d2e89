package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.internal.wire.WireResponse;

/// Whoever sent a request.
public interface ClientUser {

    /// A response: provisional ones, then one final; for INVITE every 2xx that comes while the transaction lives.
    void answered(WireResponse response);

    /// No final response in time (counts as 408, RFC 3261 §8.1.3.1).
    void timedOut();

    /// The request could not be sent (counts as 503).
    void unreachable();
}
