package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.internal.wire.WireResponse;

/// A client transaction (RFC 3261 §17.1).
public sealed interface ClientTransaction permits InviteClient, OtherClient {

    /// Sends the request.
    void start();

    void received(WireResponse response);

    /// Whoever sent the request is done with it: what still comes goes to this one.
    void leaveTo(Heir heir);

    /// Stops at once, without a word to the user.
    void terminate();
}
