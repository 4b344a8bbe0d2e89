package org.hotline400.server.numbers;

import java.util.Locale;

/// What can happen to a 400 number. [NumberLifeCycle] says when, and where it leads.
public enum NumberEvent {
    HOLD,
    RESERVE,
    RELEASE,
    /// Goes to its holder and into service; the operator may do without an application.
    ASSIGN,
    SUSPEND,
    SUSPEND_FOR_ARREARS,
    /// Back into service.
    RESUME,
    BAR,
    FREEZE,
    CANCEL,
    QUARANTINE,
    /// Can be had again; belongs to nobody.
    FREE;

    /// The text code: `suspend-for-arrears`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
