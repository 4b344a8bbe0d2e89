package org.hotline400.server.tariffs;

import java.util.Arrays;
import java.util.Locale;

/// What the first, incomplete month of a contract costs and gives.
public enum FirstMonth {
    /// Rent and bundle in full.
    FULL,
    /// Rent and bundle by days, rounded half up to the fen and down to the second.
    PRO_RATA,
    /// No rent and no bundle: each minute by its price.
    ACTUAL_USE;

    /// The text code: `pro-rata`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static FirstMonth of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the first month is full, pro-rata or actual-use; was \"" + code + "\""));
    }
}
