package org.hotline400.server.calls;

import java.time.Duration;

/// What was taken down.
///
/// @param length of the message; zero when the caller said nothing
public record VoicemailOutcome(Duration length, EndedBy by) {
    public enum EndedBy {
        KEY,
        SILENCE,
        LIMIT,
        CALLER_HUNG_UP
    }
}
