package org.hotline400.server.calls;

import java.util.Locale;

/// Why a call ended, as records and the API name it (lower case with hyphens).
public enum EndReason {
    COMPLETED,
    ABANDONED_IN_IVR,
    ABANDONED_IN_QUEUE,
    ABANDONED_IN_RING,
    NO_ANSWER,
    /// None of the targets could be reached at all.
    UNREACHABLE,
    BUSY,
    QUEUE_TIMEOUT,
    QUEUE_FULL,
    VOICEMAIL,
    REJECTED_BLACKLIST,
    REJECTED_REGION,
    REJECTED_RATE,
    REJECTED_CONCURRENCY,
    REJECTED_ARREARS,
    OFF_HOURS,
    UNKNOWN_NUMBER,
    NOT_IN_SERVICE,
    SUSPENDED,
    CAPPED,
    NO_COMMON_CODEC,
    UNTRUSTED_SOURCE,
    MALFORMED,
    MAX_LENGTH,
    FUNDS_EXHAUSTED,
    SILENCE,
    PLAN_FAILURE,
    MISCONFIGURED,
    CARRIER_FAILURE,
    PLATFORM_FAILURE;

    /// The text code: `abandoned-in-ivr`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
