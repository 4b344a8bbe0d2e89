package org.hotline400.server.calls;

import java.util.Optional;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.prompts.PromptName;

/// Why nobody was reached, the most telling first: one that rang says more than one that is off.
enum RingFailure {
    NO_ANSWER(EndReason.NO_ANSWER, HangUp.NO_ANSWER, "system-no-answer"),
    BUSY(EndReason.BUSY, HangUp.BUSY, "system-busy"),
    NO_COMMON_CODEC(EndReason.NO_COMMON_CODEC, HangUp.NO_COMMON_CODEC, "system-failure"),
    UNREACHABLE(EndReason.UNREACHABLE, HangUp.UNREACHABLE, "system-unreachable"),
    CARRIER_FAILURE(EndReason.CARRIER_FAILURE, HangUp.CARRIER_FAILURE, "system-unreachable");

    private final EndReason reason;
    private final HangUp cause;
    private final String announcement;

    RingFailure(EndReason reason, HangUp cause, String announcement) {
        this.reason = reason;
        this.cause = cause;
        this.announcement = announcement;
    }

    static RingFailure of(DialOutcome outcome) {
        return switch (outcome) {
            case DialOutcome.Reached _ -> throw new IllegalArgumentException("reached is no failure");
            case DialOutcome.NoAnswer _, DialOutcome.NotAccepted _, DialOutcome.LetGo _ -> NO_ANSWER;
            case DialOutcome.Busy _, DialOutcome.Declined _ -> BUSY;
            case DialOutcome.NoCommonCodec _ -> NO_COMMON_CODEC;
            case DialOutcome.Unreachable _ -> UNREACHABLE;
            case DialOutcome.Failed _ -> CARRIER_FAILURE;
        };
    }

    RingFailure or(RingFailure other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Forwarding.Result nobody(Optional<StepName> next) {
        return new Forwarding.Result.NobodyReached(
                Ending.byPlatform(reason, cause), new PromptName(announcement), next);
    }
}
