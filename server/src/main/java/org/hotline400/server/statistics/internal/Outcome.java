package org.hotline400.server.statistics.internal;

import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.Why;

/// What became of a call, as far as statistics go.
enum Outcome {
    ANSWERED(1),
    /// The caller wanted somebody and talked to nobody.
    MISSED(2),
    /// Neither: what was meant to end so, whom somebody keeps out, what never reached the hotline.
    OTHER(3);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Outcome of(CallRecord call) {
        if (isAnswered(call)) {
            return ANSWERED;
        }
        return wantedSomebody(call.end().reason()) ? MISSED : OTHER;
    }

    /// A talk that was too short to count by the plan's own rule does not count here either.
    private static boolean isAnswered(CallRecord call) {
        long tooShort = call.steps().stream()
                .filter(step -> step.why() == Why.TALK_TOO_SHORT)
                .count();
        return call.times().targetAnsweredAt() != null
                && (tooShort == 0 || call.talks().size() > tooShort);
    }

    private static boolean wantedSomebody(EndReason reason) {
        return switch (reason) {
            case ABANDONED_IN_IVR,
                    ABANDONED_IN_QUEUE,
                    ABANDONED_IN_RING,
                    NO_ANSWER,
                    UNREACHABLE,
                    BUSY,
                    QUEUE_TIMEOUT,
                    QUEUE_FULL,
                    VOICEMAIL,
                    OFF_HOURS,
                    REJECTED_CONCURRENCY,
                    REJECTED_ARREARS,
                    CAPPED,
                    NO_COMMON_CODEC,
                    MAX_LENGTH,
                    FUNDS_EXHAUSTED,
                    SILENCE,
                    PLAN_FAILURE,
                    MISCONFIGURED,
                    CARRIER_FAILURE,
                    PLATFORM_FAILURE -> true;
            case COMPLETED,
                    REJECTED_BLACKLIST,
                    REJECTED_REGION,
                    REJECTED_RATE,
                    UNKNOWN_NUMBER,
                    NOT_IN_SERVICE,
                    SUSPENDED,
                    UNTRUSTED_SOURCE,
                    MALFORMED -> false;
        };
    }
}
