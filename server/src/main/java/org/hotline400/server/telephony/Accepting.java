package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.Playback;
import org.hotline400.server.calls.Acceptance;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;

/// A target that answered hears the whisper and is waited for until it accepts the call. The caller hears
/// nothing of it. Used by the call's own thread.
final class Accepting {
    /// How much later than its length the end of a whisper may be told.
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final SipPhone phone;
    private final TargetSide side;
    private final Optional<Character> key;
    private final DialOutcome.Reached answered;
    private final Playback whisper;
    private final Deadline deadline;

    /// Begins to whisper.
    Accepting(SipPhone phone, TargetSide side, DialOutcome.Reached answered, Acceptance wanted) {
        this.phone = phone;
        this.side = side;
        this.key = wanted.key();
        this.answered = answered;
        var clip = phone.clip(wanted.whisper());
        side.audio().asked(key.isPresent());
        this.whisper = side.port().play(clip.source());
        this.deadline = Deadline.in(clip.length().plus(key.isPresent() ? wanted.patience() : SLACK));
    }

    /// When [#timeUp] is to be called.
    Deadline deadline() {
        return deadline;
    }

    /// What the network said when it answered.
    DialOutcome.Signalling signalling() {
        return answered.signalling();
    }

    /// Takes something that happened; what concerns others is not heard.
    ///
    /// @return what it came to, when it did by this
    Optional<DialOutcome> hear(Signal signal) {
        return switch (signal) {
            case Signal.FromTarget(var from, LegEvent.Ended _)
            when from == side -> Optional.of(notAccepted("it answered and hung up without accepting the call"));
            case Signal.FromTarget(var from, LegEvent.Informed info)
            when from == side -> InfoKey.read(info.contentType(), info.body()).flatMap(this::pressed);
            case Signal.TargetAudio(var from, MediaEvent.KeyPressed(char pressed))
            when from == side -> pressed(pressed);
            case Signal.TargetAudio(var from, MediaEvent.Played(var ended))
            when from == side && ended.equals(whisper) -> whispered();
            case Signal.FromTarget _,
                    Signal.TargetAudio _,
                    Signal.FromCaller _,
                    Signal.CallerAudio _,
                    Signal.MessageOver _,
                    Signal.ErrandOver _ -> Optional.empty();
        };
    }

    private Optional<DialOutcome> pressed(char pressed) {
        return key.filter(wanted -> wanted == pressed).map(_ -> accepted());
    }

    private Optional<DialOutcome> whispered() {
        side.port().play(Quiet.forever());
        return key.isPresent() ? Optional.empty() : Optional.of(accepted());
    }

    private DialOutcome accepted() {
        side.audio().asked(false);
        side.port().play(Quiet.forever());
        return new DialOutcome.Reached(answered.signalling(), answered.answeredAt(), phone.now());
    }

    /// What it came to when the deadline has passed.
    DialOutcome timeUp() {
        return key.isPresent()
                ? notAccepted("it answered and did not press " + key.get() + " to accept the call")
                : accepted();
    }

    private DialOutcome notAccepted(String text) {
        side.end(EndReason.of(200, 16, "The call was not accepted"));
        return new DialOutcome.NotAccepted(DialAnswers.inWords(answered.signalling(), text), answered.answeredAt());
    }
}
