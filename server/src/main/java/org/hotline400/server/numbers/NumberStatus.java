package org.hotline400.server.numbers;

import java.util.Arrays;
import java.util.Locale;

/// Where a 400 number is in its life.
public enum NumberStatus {
    /// Can be had.
    AVAILABLE,
    /// In somebody's cart, for minutes.
    HELD,
    /// Waiting for an application's papers.
    RESERVED,
    /// In service.
    ACTIVE,
    ARREARS_SUSPENDED,
    /// At its holder's request.
    SUSPENDED,
    /// For a violation.
    BARRED,
    /// Out of service for so long that it may be cancelled.
    FROZEN,
    CANCELLED,
    /// Resting, so that callers of its last holder do not reach the next.
    QUARANTINED;

    /// The text code: `arrears-suspended`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static NumberStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a status is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(NumberStatus::code).toList())
                        + "; was \"" + code + "\""));
    }
}
