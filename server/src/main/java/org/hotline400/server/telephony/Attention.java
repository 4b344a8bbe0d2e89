package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hotline400.media.MediaEvent;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.LegEvent;
import org.jspecify.annotations.Nullable;

/// Waits at a call's mailbox and deals with what concerns every verb: the caller's end, a new offer, keys. Used
/// by the call's own thread.
final class Attention {
    private static final int KEYS_AHEAD = 32;

    private final CallSignals signals;
    private final Supplier<CallerSide> caller;
    private final Consumer<LegEvent.Ended> gone;
    private final Predicate<Character> taken;
    private final Deque<Character> keysAhead = new ArrayDeque<>();
    private boolean confirmed;
    private @Nullable Fare fare;

    /// @param caller asked for when something concerns it
    /// @param gone run when the caller's leg has ended, before that is thrown
    /// @param taken whether a key means something by itself, and answers no question
    Attention(
            CallSignals signals,
            Supplier<CallerSide> caller,
            Consumer<LegEvent.Ended> gone,
            Predicate<Character> taken) {
        this.signals = signals;
        this.caller = caller;
        this.gone = gone;
        this.taken = taken;
    }

    /// From now on the time that is paid for bounds every wait.
    void mind(Fare paid) {
        fare = paid;
    }

    /// The next signal, or empty at the deadline.
    ///
    /// @throws CallerGoneException when the caller hung up
    /// @throws PhoneFailedException when the caller's leg broke, or nothing comes from the caller any more
    /// @throws org.hotline400.server.calls.FundsExhaustedException when the call may not go on
    Optional<Signal> await(Deadline deadline) {
        if (fare == null) {
            return next(deadline);
        }
        while (true) {
            fare.attend();
            var signal = next(fare.earlier(deadline));
            if (signal.isPresent() || deadline.passed()) {
                return signal;
            }
        }
    }

    private Optional<Signal> next(Deadline deadline) {
        var signal = signals.next(deadline);
        signal.ifPresent(this::attend);
        return signal;
    }

    /// Deals with all that waits already.
    void catchUp() {
        var now = Deadline.in(Duration.ZERO);
        while (await(now).isPresent()) {
            // Attended to.
        }
    }

    /// Waits until the caller has acknowledged the answer.
    void awaitConfirmed(Deadline deadline) {
        while (!confirmed && await(deadline).isPresent()) {
            // Every signal that matters here is dealt with while awaiting.
        }
    }

    /// Waits for a key, unless one was pressed ahead.
    void awaitKey(Deadline deadline) {
        while (!hasKey() && await(deadline).isPresent()) {
            // A key lands in keysAhead while awaiting.
        }
    }

    boolean hasKey() {
        return !keysAhead.isEmpty();
    }

    Optional<Character> nextKey() {
        return Optional.ofNullable(keysAhead.poll());
    }

    void forgetKeys() {
        keysAhead.clear();
    }

    private void attend(Signal signal) {
        switch (signal) {
            case Signal.FromCaller(var event) -> attendCaller(event);
            case Signal.CallerAudio(MediaEvent.KeyPressed(char key)) -> keep(key);
            case Signal.CallerAudio(MediaEvent.Silent(var since)) ->
                throw new PhoneFailedException(
                        HangUp.CALLER_SILENT, "nothing came from the caller for " + since.toSeconds() + " s");
            case Signal.FromTarget(var target, LegEvent.Offered offered) -> target.reoffered(offered);
            case Signal.FromTarget(var target, LegEvent.Confirmed(var sdp)) -> target.confirmed(sdp);
            case Signal.FromTarget(var target, LegEvent.OfferAnswered(var message)) ->
                target.audio().refreshed(message.sdp());
            case Signal.FromTarget(var target, LegEvent.Ended ended) ->
                target.ended(ended.reason().q850());
            case Signal.FromTarget(var target, LegEvent.Rejected _) -> target.ended(OptionalInt.empty());
            case Signal.FromTarget _,
                    Signal.CallerAudio _,
                    Signal.TargetAudio _,
                    Signal.MessageOver _,
                    Signal.ErrandOver _ -> {}
        }
    }

    private void attendCaller(LegEvent event) {
        switch (event) {
            case LegEvent.Ended ended -> callerEnded(ended);
            case LegEvent.Offered offered -> caller.get().reoffered(offered);
            case LegEvent.Confirmed confirmation -> {
                confirmed = true;
                caller.get().confirmed(confirmation.sdp());
            }
            case LegEvent.OfferAnswered(var message) -> caller.get().audio().refreshed(message.sdp());
            case LegEvent.Informed info ->
                InfoKey.read(info.contentType(), info.body()).ifPresent(this::keep);
            case LegEvent.Progress _, LegEvent.Answered _, LegEvent.Rejected _, LegEvent.OfferRefused _ -> {}
        }
    }

    private void callerEnded(LegEvent.Ended ended) {
        gone.accept(ended);
        if (ended.by() == LegEvent.Side.NETWORK) {
            throw new PhoneFailedException(
                    HangUp.CARRIER_FAILURE,
                    "the caller's leg broke: " + ended.reason().text());
        }
        throw new CallerGoneException(ended.reason().text());
    }

    private void keep(char key) {
        if (!taken.test(key) && keysAhead.size() < KEYS_AHEAD) {
            keysAhead.add(key);
        }
    }
}
