package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which calls to list; null asks nothing.
///
/// @param since started at or after
/// @param until started before
/// @param dialled the 400 number
/// @param calledBy the caller, normalised
/// @param ended the end reason
/// @param leastTalk talked at least so long
/// @param wasRecorded whether a recording was begun or a message left
public record CallFilter(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String dialled,
        @Nullable String calledBy,
        @Nullable EndReason ended,
        @Nullable Duration leastTalk,
        boolean wasRecorded) {

    public static final CallFilter ALL = new CallFilter(null, null, null, null, null, null);

    /// Recorded or not.
    public CallFilter(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String dialled,
            @Nullable String calledBy,
            @Nullable EndReason ended,
            @Nullable Duration leastTalk) {
        this(since, until, dialled, calledBy, ended, leastTalk, false);
    }

    public Optional<Instant> from() {
        return Optional.ofNullable(since);
    }

    public Optional<Instant> to() {
        return Optional.ofNullable(until);
    }

    public Optional<String> number() {
        return Optional.ofNullable(dialled);
    }

    public Optional<String> caller() {
        return Optional.ofNullable(calledBy);
    }

    public Optional<EndReason> endReason() {
        return Optional.ofNullable(ended);
    }

    public Optional<Duration> minTalk() {
        return Optional.ofNullable(leastTalk);
    }
}
