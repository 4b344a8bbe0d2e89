package org.hotline400.server.recordings;

import java.util.Locale;

/// How much of a recording is there.
public enum RecordingState {
    /// All of it.
    COMPLETE,
    /// Its beginning: the disk was full, or the process ended in the middle.
    INCOMPLETE,
    /// Nothing any more: deleted, with a certificate.
    DELETED;

    /// The text code, as in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
