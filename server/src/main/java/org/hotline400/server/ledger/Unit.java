package org.hotline400.server.ledger;

import java.util.Arrays;
import java.util.Locale;

/// What an account counts. A transfer moves one unit.
public enum Unit {
    /// Millionths of a yuan.
    MICRO_YUAN,
    /// Seconds of bundled minutes.
    SECOND;

    /// The text code: `micro-yuan`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when there is no such unit
    public static Unit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no unit " + code));
    }
}
