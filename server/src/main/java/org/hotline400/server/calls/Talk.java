package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;

/// A talk of the caller with a target.
///
/// @param target as in the plan
/// @param from when it began to count: the target's answer, or its acceptance where that was wanted
/// @param until when one of them left it
/// @param isRecorded whether a recording was begun
public record Talk(String target, Instant from, Instant until, boolean isRecorded) {

    /// Never before it began.
    Talk endingAt(Instant end) {
        return new Talk(target, from, end.isBefore(from) ? from : end, isRecorded);
    }

    /// How long it lasted.
    public Duration length() {
        return Duration.between(from, until);
    }
}
