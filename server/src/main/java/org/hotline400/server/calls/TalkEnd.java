package org.hotline400.server.calls;

/// How a conversation ended.
public enum TalkEnd {
    CALLER_HUNG_UP,
    TARGET_HUNG_UP,
    MAX_LENGTH,
    /// What the call was paid for with is used up.
    FUNDS_EXHAUSTED,
    /// Nothing at all, neither audio nor reports, came from the caller for the agreed time.
    CALLER_SILENT,
    /// The same of the target.
    TARGET_SILENT,
    /// The network took one leg away.
    NETWORK
}
