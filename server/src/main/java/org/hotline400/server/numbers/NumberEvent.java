package org.hotline400.server.numbers;

import java.util.Arrays;
import java.util.Locale;

/// What can happen to a 400 number. [NumberLifeCycle] says when, and where it leads.
public enum NumberEvent {
    HOLD,
    RESERVE,
    /// Whoever held or reserved it leaves it.
    RELEASE,
    /// Goes to its holder and into service; the operator may do without an application.
    ASSIGN,
    SUSPEND,
    SUSPEND_FOR_ARREARS,
    /// Back into service, also after a cancellation or an upgrade that is taken back.
    RESUME,
    BAR,
    FREEZE,
    /// Gets another owner and stays in service.
    TRANSFER,
    /// Its holder has another number from now on.
    REPLACE,
    CANCEL,
    /// Rests from now on: the cancellation is final, or nobody needs to be referred any more.
    QUARANTINE,
    /// The time of its status is up. Nobody does it, it happens.
    EXPIRE;

    /// The text code: `suspend-for-arrears`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when no event has this code
    public static NumberEvent of(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing called \"" + code + "\" happens to numbers"));
    }
}
