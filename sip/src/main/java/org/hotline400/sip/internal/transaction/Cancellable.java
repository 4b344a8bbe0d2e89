package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.internal.wire.WireRequest;

/// Whoever works on an INVITE that may be cancelled (RFC 3261 §9.2).
public interface Cancellable {

    /// Our tag: the 200 to the CANCEL carries the same as the answer to the INVITE.
    String tag();

    void cancelled(WireRequest cancel);
}
