package org.hotline400.server.calls;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The signalling of calls, message by message, while it is remembered. A bean of `telephony`.
public interface Ladders {

    /// The messages of these dialogs in the order they passed; empty when none is remembered any more.
    List<Message> of(Set<String> sipCallIds);

    /// One message.
    ///
    /// @param sipCallId of the dialog
    /// @param outgoing whether the platform sent it
    /// @param peer the other side's address, as `host:port`
    /// @param text the message, without secrets
    record Message(Instant at, String sipCallId, boolean outgoing, String peer, String text) {}
}
