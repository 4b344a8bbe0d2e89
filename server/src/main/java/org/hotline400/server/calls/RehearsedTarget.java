package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.jspecify.annotations.Nullable;

/// What becomes of one target in a rehearsal if nothing else happens, and when.
///
/// @param ringAt when it begins to ring; null: it never does
/// @param decidedAt when its outcome is known
/// @param talks how long it would talk, were it reached
record RehearsedTarget(
        DialOrder order, @Nullable Instant ringAt, Instant decidedAt, DialOutcome outcome, Duration talks) {
    /// What a mobile network takes from the call to the first ringing.
    private static final Duration SET_UP = Duration.ofSeconds(2);

    private static final Duration BUSY_AFTER = Duration.ofSeconds(1);
    /// A person's, to a whisper.
    private static final Duration REACTION = Duration.ofSeconds(1);

    /// @param dialledAt when it is called
    /// @param length of announcements
    static RehearsedTarget of(
            DialOrder order, Behaviour behaviour, Instant dialledAt, Function<Announcement, Duration> length) {
        return new Call(order, dialledAt, length).to(behaviour);
    }

    boolean reached() {
        return outcome instanceof DialOutcome.Reached;
    }

    /// What was known of it when it was let go at this moment.
    DialOutcome letGo(Instant at, DialOutcome.LetGo.Because because) {
        var rang = ringAt == null || ringAt.isAfter(at) ? null : ringAt;
        return new DialOutcome.LetGo(said(rang, 487, null, "it was let go while it rang"), because);
    }

    private static DialOutcome.Signalling said(
            @Nullable Instant ringAt, int status, @Nullable Integer q850, String text) {
        return new DialOutcome.Signalling(
                Optional.ofNullable(ringAt),
                OptionalInt.of(status),
                q850 == null ? OptionalInt.empty() : OptionalInt.of(q850),
                "",
                "rehearsal",
                text);
    }

    /// A call to a target whose behaviour is still to be told.
    private record Call(DialOrder order, Instant dialledAt, Function<Announcement, Duration> length) {

        RehearsedTarget to(Behaviour behaviour) {
            return switch (behaviour) {
                case Behaviour.Answers(var after, var talks) ->
                    after.compareTo(order.ringTime()) < 0 ? answers(after, talks, true) : unanswered();
                case Behaviour.NeverAccepts(var after, var talks) ->
                    after.compareTo(order.ringTime()) < 0 ? answers(after, talks, false) : unanswered();
                case Behaviour.Declines(var after) ->
                    after.compareTo(order.ringTime()) < 0 ? declines(after) : unanswered();
                case Behaviour.NeverAnswers _ -> unanswered();
                case Behaviour.Busy _ ->
                    atOnce(new DialOutcome.Busy(said(null, 486, 17, "the called carrier answered 486 Busy Here")));
                case Behaviour.Unreachable _ ->
                    atOnce(new DialOutcome.Unreachable(
                            said(null, 404, 1, "the called carrier answered 404 Not Found")));
                case Behaviour.Failing _ ->
                    atOnce(new DialOutcome.Failed(
                            said(null, 503, 41, "the called carrier answered 503 Service Unavailable")));
            };
        }

        private RehearsedTarget atOnce(DialOutcome outcome) {
            return new RehearsedTarget(order, null, dialledAt.plus(BUSY_AFTER), outcome, Duration.ZERO);
        }

        private Instant ringAt() {
            return dialledAt.plus(SET_UP);
        }

        private RehearsedTarget rang(Instant decidedAt, DialOutcome outcome, Duration talks) {
            return new RehearsedTarget(order, ringAt(), decidedAt, outcome, talks);
        }

        private RehearsedTarget unanswered() {
            var text = "it rang for " + order.ringTime().toSeconds() + " s and nobody answered";
            return rang(
                    ringAt().plus(order.ringTime()),
                    new DialOutcome.NoAnswer(said(ringAt(), 487, null, text)),
                    Duration.ZERO);
        }

        private RehearsedTarget declines(Duration after) {
            var said = said(ringAt(), 603, 21, "the called carrier answered 603 Decline");
            return rang(ringAt().plus(after), new DialOutcome.Declined(said), Duration.ZERO);
        }

        /// @param pressesKeys where a key is wanted
        private RehearsedTarget answers(Duration after, Duration talks, boolean pressesKeys) {
            var answeredAt = ringAt().plus(after);
            if (order.acceptance().isEmpty()) {
                return accepted(answeredAt, answeredAt, talks);
            }
            var wanted = order.acceptance().get();
            var whispered = answeredAt.plus(length.apply(wanted.whisper()));
            if (wanted.key().isEmpty()) {
                return accepted(answeredAt, whispered, talks);
            }
            if (pressesKeys && wanted.patience().compareTo(REACTION) > 0) {
                return accepted(answeredAt, whispered.plus(REACTION), talks);
            }
            var said = said(
                    ringAt(),
                    200,
                    null,
                    "it answered and did not press " + wanted.key().get() + " to accept the call");
            return rang(
                    whispered.plus(wanted.patience()), new DialOutcome.NotAccepted(said, answeredAt), Duration.ZERO);
        }

        private RehearsedTarget accepted(Instant answeredAt, Instant acceptedAt, Duration talks) {
            var said = said(ringAt(), 200, null, "answered");
            return rang(acceptedAt, new DialOutcome.Reached(said, answeredAt, acceptedAt), talks);
        }
    }
}
