package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.sip.LegEvent;

/// Caller and target connected, until one of them or the clock ends it.
final class Conversation {
    private static final Duration LOOK_MOST = Duration.ofSeconds(5);
    private static final Duration LOOK_LEAST = Duration.ofMillis(100);

    private final SipPhone phone;
    private final CallerSide caller;
    private final TargetSide target;

    Conversation(SipPhone phone, CallerSide caller, TargetSide target) {
        this.phone = phone;
        this.caller = caller;
        this.target = target;
    }

    TalkEnd hold(TalkTerms terms) {
        var bridge = caller.port().bridge(target.port());
        try {
            return untilOver(terms);
        } catch (CallerGoneException _) {
            return TalkEnd.CALLER_HUNG_UP;
        } finally {
            bridge.close();
        }
    }

    private TalkEnd untilOver(TalkTerms terms) {
        var end = Deadline.in(terms.atMost());
        var still = new Stillness(terms.silence());
        while (!target.isOver()) {
            var signal = phone.await(Deadline.in(still.look()).earlier(end));
            if (end.passed()) {
                return TalkEnd.MAX_LENGTH;
            }
            if (signal.isPresent()) {
                var over = over(signal.get());
                if (over.isPresent()) {
                    return over.get();
                }
            } else if (still.tooLong()) {
                return TalkEnd.SILENCE;
            }
        }
        return TalkEnd.TARGET_HUNG_UP;
    }

    private Optional<TalkEnd> over(Signal signal) {
        return switch (signal) {
            case Signal.FromTarget(var side, LegEvent.Ended ended)
            when side == target ->
                Optional.of(ended.by() == LegEvent.Side.NETWORK ? TalkEnd.NETWORK : TalkEnd.TARGET_HUNG_UP);
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
                    Signal.MessageOver _ -> Optional.empty();
        };
    }

    /// Notices that neither side has sent a packet for too long. Counters are looked at now and then: cheaper than
    /// an event a packet.
    private final class Stillness {
        private final Duration most;
        private long packets;
        private Deadline patience;

        Stillness(Duration most) {
            this.most = most;
            this.packets = packets();
            this.patience = Deadline.in(most);
        }

        Duration look() {
            var sixth = most.dividedBy(6);
            return sixth.compareTo(LOOK_MOST) > 0 ? LOOK_MOST : sixth.compareTo(LOOK_LEAST) < 0 ? LOOK_LEAST : sixth;
        }

        boolean tooLong() {
            var now = packets();
            if (now != packets) {
                packets = now;
                patience = Deadline.in(most);
            }
            return patience.passed();
        }

        private long packets() {
            return caller.port().statistics().received()
                    + target.port().statistics().received();
        }
    }
}
