package org.hotline400.server.calls;

import java.util.Locale;

/// Who ended a call.
public enum HangupSide {
    CALLER,
    TARGET,
    PLATFORM,
    NETWORK;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The text code: `caller`.
    public String code() {
        return code;
    }
}
