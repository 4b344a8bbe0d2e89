package org.hotline400.server.calls;

import java.util.Locale;

/// Whether the conversation of a call is recorded.
public enum Recorded {
    /// Nobody asked for it.
    NO,
    /// It is, or was.
    YES,
    /// It was to be, and the caller objected; what had been taken is deleted.
    OBJECTED,
    /// It was to be, and could not be stored.
    FAILED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The text code: `objected`.
    public String code() {
        return code;
    }
}
