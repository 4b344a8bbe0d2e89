package org.hotline400.server.calls;

/// How a conversation ended.
public enum TalkEnd {
    CALLER_HUNG_UP,
    TARGET_HUNG_UP,
    MAX_LENGTH,
    /// No packet from either side for the agreed time.
    SILENCE,
    /// The network took one leg away.
    NETWORK
}
