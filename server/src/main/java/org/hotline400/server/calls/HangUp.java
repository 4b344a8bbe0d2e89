package org.hotline400.server.calls;

/// Why the platform ends a call; `telephony` turns it into a SIP status and Q.850 cause (an exhaustive switch).
public enum HangUp {
    NORMAL,
    UNKNOWN_NUMBER,
    NOT_IN_SERVICE,
    /// The caller was told the new one, where he could hear it.
    NUMBER_CHANGED,
    REJECTED,
    /// Whoever has the number has not paid; calls come through again when he has.
    ARREARS,
    /// The call was cut off where nothing was left to pay it with.
    FUNDS_EXHAUSTED,
    BUSY,
    NO_ANSWER,
    UNREACHABLE,
    OVERLOADED,
    NO_COMMON_CODEC,
    MALFORMED,
    /// Nothing comes from the caller any more.
    CALLER_SILENT,
    PLAN_FAILURE,
    CARRIER_FAILURE,
    PLATFORM_FAILURE
}
