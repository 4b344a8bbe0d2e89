package org.hotline400.server.recordings;

import java.util.Locale;

/// What was recorded.
public enum RecordingKind {
    /// Both sides of a call.
    CONVERSATION,
    /// A message that a caller left.
    VOICEMAIL;

    /// The text code, as in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
