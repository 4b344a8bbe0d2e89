package org.hotline400.server.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All checks, made once.
///
/// @param night for which it was made by itself; empty when somebody asked
public record CheckRun(UUID id, Optional<LocalDate> night, Instant started, Instant ended, List<CheckResult> results) {
    public CheckRun {
        results = List.copyOf(results);
    }

    public boolean isRight() {
        return results.stream().allMatch(CheckResult::isRight);
    }
}
