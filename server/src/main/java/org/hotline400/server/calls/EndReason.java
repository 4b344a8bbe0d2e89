package org.hotline400.server.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The text code: `abandoned-in-ivr`.
    public String code() {
        return code;
    }

    /// Reads a text code.
    public static EndReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an end reason is one of "
                        + Arrays.stream(values()).map(EndReason::code).collect(Collectors.joining(", "))));
    }
}
