package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One target that was rung.
///
/// @param target as in the plan: `13800138000` or `sip:…`
/// @param dialledAt when the platform began to call it
/// @param ringAt when it began to ring; null when it never did
/// @param endedAt when it had answered or would not any more
/// @param signalling what the network said
public record Attempt(
        String target,
        Instant dialledAt,
        @Nullable Instant ringAt,
        Instant endedAt,
        Result result,
        Signalling signalling) {

    /// What became of it.
    public enum Result {
        REACHED,
        BUSY,
        NO_ANSWER,
        DECLINED,
        UNREACHABLE,
        NO_COMMON_CODEC,
        FAILED,
        /// It answered and did not accept the call.
        NOT_ACCEPTED,
        /// Another that rang at the same time was reached.
        ANSWERED_ELSEWHERE,
        CALLER_GONE,
        /// Nothing was left to pay the call with while it rang.
        FUNDS_EXHAUSTED;

        /// The text code: `no-answer`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param sipStatus the final status; null when there was none
    /// @param q850 the cause; null when none was signalled
    /// @param text in plain words: "the called carrier answered 486 Busy Here"
    /// @param trunk the trunk tried last; may be empty
    /// @param sipCallId of the leg; empty when nothing was sent
    public record Signalling(
            @Nullable Integer sipStatus, @Nullable Integer q850, String text, String trunk, String sipCallId) {
        static final Signalling NONE = new Signalling(null, null, "", "", "");

        static Signalling of(DialOutcome.Signalling said) {
            return new Signalling(
                    said.sipStatus().isPresent() ? said.sipStatus().getAsInt() : null,
                    said.q850().isPresent() ? said.q850().getAsInt() : null,
                    said.text(),
                    said.trunk(),
                    said.sipCallId());
        }
    }

    static Attempt of(String target, Instant dialledAt, Instant endedAt, DialOutcome outcome) {
        var said = outcome.signalling();
        return new Attempt(
                target, dialledAt, said.ringAt().orElse(null), endedAt, resultOf(outcome), Signalling.of(said));
    }

    static Attempt callerGone(
            String target, Instant dialledAt, Instant endedAt, Optional<DialOutcome.Signalling> said) {
        return new Attempt(
                target,
                dialledAt,
                said.flatMap(DialOutcome.Signalling::ringAt).orElse(null),
                endedAt,
                Result.CALLER_GONE,
                said.map(Signalling::of).orElse(Signalling.NONE));
    }

    private static Result resultOf(DialOutcome outcome) {
        return switch (outcome) {
            case DialOutcome.Reached _ -> Result.REACHED;
            case DialOutcome.Busy _ -> Result.BUSY;
            case DialOutcome.NoAnswer _ -> Result.NO_ANSWER;
            case DialOutcome.Declined _ -> Result.DECLINED;
            case DialOutcome.Unreachable _ -> Result.UNREACHABLE;
            case DialOutcome.NoCommonCodec _ -> Result.NO_COMMON_CODEC;
            case DialOutcome.Failed _ -> Result.FAILED;
            case DialOutcome.NotAccepted _ -> Result.NOT_ACCEPTED;
            case DialOutcome.LetGo letGo ->
                switch (letGo.because()) {
                    case ANSWERED_ELSEWHERE -> Result.ANSWERED_ELSEWHERE;
                    case CALLER_GONE -> Result.CALLER_GONE;
                    case FUNDS_EXHAUSTED -> Result.FUNDS_EXHAUSTED;
                };
        };
    }

    /// How long it rang.
    public Duration ringing() {
        return ringAt == null || ringAt.isAfter(endedAt) ? Duration.ZERO : Duration.between(ringAt, endedAt);
    }
}
