package org.hotline400.server.numbers;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where a 400 number is in its life.
public enum NumberStatus {
    /// Can be had.
    AVAILABLE,
    /// In somebody's cart, for minutes.
    HELD,
    /// Waiting for an application's papers, for days.
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
    /// Its holder has another number instead; for some months callers hear which.
    REPLACED,
    /// Given up; for some days that can be taken back.
    CANCELLED,
    /// Resting for months, so that callers of its last holder do not reach the next. Nobody has it.
    QUARANTINED;

    /// The text code: `arrears-suspended`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it ends by itself, at a time that is set when it begins.
    public boolean isTimed() {
        return switch (this) {
            case HELD, RESERVED, REPLACED, CANCELLED, QUARANTINED -> true;
            case AVAILABLE, ACTIVE, ARREARS_SUSPENDED, SUSPENDED, BARRED, FROZEN -> false;
        };
    }

    /// Whether its holder has such a number for good, though calls may be kept from it for a while.
    public boolean isInService() {
        return switch (this) {
            case ACTIVE, ARREARS_SUSPENDED, SUSPENDED, BARRED, FROZEN -> true;
            case AVAILABLE, HELD, RESERVED, REPLACED, CANCELLED, QUARANTINED -> false;
        };
    }

    /// Whether such a number belongs to no enterprise.
    public boolean isNobodys() {
        return this == AVAILABLE || this == QUARANTINED;
    }

    /// Whether somebody is about to get such a number.
    public boolean isPromised() {
        return this == HELD || this == RESERVED;
    }

    /// @throws IllegalArgumentException when no status has this code
    public static NumberStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a status is one of "
                        + Arrays.stream(values()).map(NumberStatus::code).collect(Collectors.joining(", "))
                        + "; was \"" + code + "\""));
    }
}
