package org.hotline400.sip.internal.trace;

/// What is remembered of one Call-ID: where its latest message stands.
final class Ladder {
    /// Before the first message.
    static final long NOWHERE = -1;

    final String callId;
    long latest = NOWHERE;
    /// Microseconds since 1970.
    long latestAt;

    /// Messages that stand in the shelf.
    int standing;
    /// Messages and bytes ever put there.
    int messages;

    int bytes;

    Ladder(String callId) {
        this.callId = callId;
    }
}
