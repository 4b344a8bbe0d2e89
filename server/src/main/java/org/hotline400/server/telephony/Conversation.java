package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.media.MediaEvent;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.FundsExhaustedException;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.sip.LegEvent;

/// Caller and target connected, until one of them, the clock or silence ends it. Who holds hears nothing, and
/// the other one what the holder sends, or else music of ours.
final class Conversation {
    private final SipPhone phone;
    private final CallerSide caller;
    private final TargetSide target;
    private final HoldMusic toCaller;
    private final HoldMusic toTarget;
    private final SilentHold byCaller;
    private final SilentHold byTarget;

    Conversation(SipPhone phone, CallerSide caller, TargetSide target) {
        this.phone = phone;
        this.caller = caller;
        this.target = target;
        this.toCaller = new HoldMusic(caller.audio());
        this.toTarget = new HoldMusic(target.audio());
        this.byCaller = new SilentHold(caller.audio());
        this.byTarget = new SilentHold(target.audio());
    }

    TalkEnd go(TalkTerms terms) {
        caller.port().expect(terms.silence());
        target.port().expect(terms.silence());
        // Tones are looked for only where they can mean something: it costs more than all the rest.
        caller.audio().talks(!phone.mayObject());
        var bridge = caller.port().bridge(target.port());
        try {
            return untilOver(terms);
        } catch (CallerGoneException _) {
            return TalkEnd.CALLER_HUNG_UP;
        } catch (FundsExhaustedException _) {
            return TalkEnd.FUNDS_EXHAUSTED;
        } catch (PhoneFailedException failed) {
            if (failed.hangUp() == HangUp.CALLER_SILENT) {
                return TalkEnd.CALLER_SILENT;
            }
            throw failed;
        } finally {
            toCaller.stop();
            toTarget.stop();
            bridge.close();
            caller.audio().talks(false);
        }
    }

    private TalkEnd untilOver(TalkTerms terms) {
        var end = Deadline.in(terms.atMost());
        while (!target.isOver()) {
            arrangeMusic(terms.hold());
            var signal = phone.await(nextLook(end));
            if (end.passed()) {
                return TalkEnd.MAX_LENGTH;
            }
            var over = signal.flatMap(this::over);
            if (over.isPresent()) {
                return over.get();
            }
        }
        return TalkEnd.TARGET_HUNG_UP;
    }

    private Deadline nextLook(Deadline end) {
        return byCaller.isOpen() || byTarget.isOpen() ? end.earlier(Deadline.in(SilentHold.LOOK)) : end;
    }

    private void arrangeMusic(Announcement music) {
        toCaller.play(
                byTarget.isSilent() && caller.audio().hold() == LegAudio.Hold.NONE,
                () -> phone.clip(music).looped());
        toTarget.play(
                byCaller.isSilent() && target.audio().hold() == LegAudio.Hold.NONE,
                () -> phone.clip(music).looped());
    }

    private Optional<TalkEnd> over(Signal signal) {
        return switch (signal) {
            case Signal.FromTarget(var side, LegEvent.Ended ended)
            when side == target ->
                Optional.of(ended.by() == LegEvent.Side.NETWORK ? TalkEnd.NETWORK : TalkEnd.TARGET_HUNG_UP);
            case Signal.TargetAudio(var side, MediaEvent.Silent _)
            when side == target -> Optional.of(TalkEnd.TARGET_SILENT);
            case Signal.FromTarget(var side, LegEvent.Informed info)
            when side == target -> {
                InfoKey.read(info.contentType(), info.body())
                        .ifPresent(key -> caller.port().press(key.toString()));
                yield Optional.empty();
            }
            case Signal.FromCaller(LegEvent.Informed info) -> {
                InfoKey.read(info.contentType(), info.body())
                        .ifPresent(key -> target.port().press(key.toString()));
                yield Optional.empty();
            }
            case Signal.FromCaller _,
                    Signal.FromTarget _,
                    Signal.CallerAudio _,
                    Signal.TargetAudio _,
                    Signal.MessageOver _,
                    Signal.ErrandOver _ -> Optional.empty();
        };
    }
}
