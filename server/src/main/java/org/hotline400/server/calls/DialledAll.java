package org.hotline400.server.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of targets that rang at once.
///
/// @param rung all of them, in the order in which they were given
public record DialledAll(List<Rung> rung) {

    /// One of them.
    ///
    /// @param endedAt when its outcome was known: each target has its own
    public record Rung(DialOrder order, DialOutcome outcome, Instant endedAt) {}

    public DialledAll {
        rung = List.copyOf(rung);
    }

    /// The one that answered and waits to be connected; its outcome is a [DialOutcome.Reached]. At most one is.
    public Optional<Rung> reached() {
        return rung.stream()
                .filter(one -> one.outcome() instanceof DialOutcome.Reached)
                .findFirst();
    }
}
