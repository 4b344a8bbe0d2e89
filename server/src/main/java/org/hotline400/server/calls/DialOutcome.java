package org.hotline400.server.calls;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// What became of ringing one target.
public sealed interface DialOutcome {

    /// Facts for the record of the attempt.
    Signalling signalling();

    /// It answered, has accepted where that was wanted, and waits to be connected.
    ///
    /// @param answeredAt when it answered: carriers charge from then on
    /// @param acceptedAt when it accepted; the same, where nothing had to be
    record Reached(Signalling signalling, Instant answeredAt, Instant acceptedAt) implements DialOutcome {
        public Reached(Signalling signalling, Instant answeredAt) {
            this(signalling, answeredAt, answeredAt);
        }
    }

    /// It answered and did not accept: a voicemail box, a pocket. It has been hung up.
    ///
    /// @param answeredAt when it answered: carriers charge from then on
    record NotAccepted(Signalling signalling, Instant answeredAt) implements DialOutcome {}

    /// It was let go before anything was decided.
    record LetGo(Signalling signalling, Because because) implements DialOutcome {

        /// Why a target was let go.
        public enum Because {
            /// Another that rang at the same time was reached.
            ANSWERED_ELSEWHERE,
            /// The caller hung up. Never returned, only told by [CallerGoneException#rung].
            CALLER_GONE,
            /// Nothing was left to pay the call with. Never returned, only told by [FundsExhaustedException#rung].
            FUNDS_EXHAUSTED
        }
    }

    /// 486, 600 or Q.850 17.
    record Busy(Signalling signalling) implements DialOutcome {}

    /// Rang for the ring time, or 408/480 with Q.850 18/19.
    record NoAnswer(Signalling signalling) implements DialOutcome {}

    /// Declined by the person: 603, Q.850 21.
    record Declined(Signalling signalling) implements DialOutcome {}

    /// 404, 410, 484, no route, no progress in time, the phone is off.
    record Unreachable(Signalling signalling) implements DialOutcome {}

    /// 488/606: no codec in common.
    record NoCommonCodec(Signalling signalling) implements DialOutcome {}

    /// The carrier or network failed: 5xx, no trunk left.
    record Failed(Signalling signalling) implements DialOutcome {}

    /// What the network said, for the record.
    ///
    /// @param ringAt when the first 180/183 came
    /// @param sipStatus the final status; empty when nothing was sent (no trunk)
    /// @param q850 the cause, where one was signalled
    /// @param sipCallId the Call-ID of the leg, for the ladder; empty when nothing was sent
    /// @param trunk the trunk tried last
    /// @param text in plain words: "the called carrier answered 486 Busy Here"
    record Signalling(
            Optional<Instant> ringAt,
            OptionalInt sipStatus,
            OptionalInt q850,
            String sipCallId,
            String trunk,
            String text) {}
}
