package org.hotline400.server.callplans;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of an enterprise that was, or is to be, confirmed.
///
/// @param since when somebody there named the code; null: not yet
/// @param expires until when the code that was spoken last is good; null: none is open
/// @param triesLeft with that code
/// @param author who asked for it
public record ForwardTarget(
        Target.Line line, @Nullable Instant since, @Nullable Instant expires, int triesLeft, String author) {

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(since);
    }

    public Optional<Instant> codeExpiresAt() {
        return Optional.ofNullable(expires);
    }
}
