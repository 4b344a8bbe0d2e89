package org.hotline400.server.recordings.internal;

import java.util.Locale;

/// Which side of a recording is heard.
public enum Channel {
    /// Caller left, callee right.
    BOTH,
    CALLER,
    CALLEE;

    /// Reads `both`, `caller` or `callee`.
    public static Channel of(String code) {
        try {
            return valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is \"caller\", \"callee\" or \"both\"; was \"" + code + "\"", e);
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int channels() {
        return this == BOTH ? 2 : 1;
    }
}
