package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hotline400.media.Clip;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.Playback;
import org.hotline400.sip.LegEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call of the platform's own that says something to whoever answers, and hangs up. It has no caller, shows no
/// number and leaves no record: it is no conversation of anybody's.
final class SpokenCall implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SpokenCall.class);
    private static final Duration RINGING = Duration.ofSeconds(40);
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final int FORWARDS = 70;
    private static final CallerIdentity NOBODY = new CallerIdentity("", "", false, Set.of("id"));

    private final PhoneEquipment equipment;
    private final CallSignals signals;
    private final List<List<Route>> rounds;
    private final Clip words;

    SpokenCall(PhoneEquipment equipment, Alarms alarms, List<List<Route>> rounds, Clip words) {
        this.equipment = equipment;
        this.signals = new CallSignals(alarms);
        this.rounds = rounds;
        this.words = words;
    }

    @Override
    public void run() {
        try {
            for (var round : rounds) {
                if (decided(round.getFirst())) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            log.warn("a spoken call came to nothing: {}", e.toString());
        }
    }

    /// @return false when the network failed, so that another way may help
    private boolean decided(Route route) {
        var facts = new CallFacts(NOBODY, Optional.empty(), Diversions.NONE, equipment.home(), FORWARDS);
        try (var side = new TargetSide(equipment.stack(), equipment.desk(), signals, route, facts)) {
            var deadline = Deadline.in(RINGING);
            while (true) {
                var signal = signals.next(deadline);
                if (signal.isEmpty()) {
                    return true;
                }
                var decision = eventOf(side, signal.get()).flatMap(event -> decision(side, event));
                if (decision.isPresent()) {
                    return decision.get();
                }
            }
        }
    }

    /// Empty while it goes on.
    private Optional<Boolean> decision(TargetSide side, LegEvent event) {
        return switch (event) {
            case LegEvent.Answered(var _, var sdp) -> {
                if (side.connect(sdp)) {
                    say(side);
                }
                yield Optional.of(true);
            }
            case LegEvent.Rejected(var response) -> {
                side.ended(OptionalInt.empty());
                yield Optional.of(response.status() < 500 || response.status() >= 600);
            }
            case LegEvent.Ended(var _, var reason) -> {
                side.ended(reason.q850());
                yield Optional.of(false);
            }
            case LegEvent.Progress _,
                    LegEvent.Confirmed _,
                    LegEvent.Offered _,
                    LegEvent.OfferAnswered _,
                    LegEvent.OfferRefused _,
                    LegEvent.Informed _ -> Optional.empty();
        };
    }

    private static Optional<LegEvent> eventOf(TargetSide side, Signal signal) {
        return signal instanceof Signal.FromTarget(var from, var event) && from == side
                ? Optional.of(event)
                : Optional.empty();
    }

    private void say(TargetSide side) {
        var playback = side.port().play(words.source());
        var deadline = Deadline.in(words.length().plus(SLACK));
        while (!side.isOver()) {
            var signal = signals.next(deadline);
            if (signal.isEmpty() || isEndOf(playback, signal.get())) {
                return;
            }
            eventOf(side, signal.get()).ifPresent(event -> attend(side, event));
        }
    }

    private static boolean isEndOf(Playback playback, Signal signal) {
        return signal instanceof Signal.TargetAudio(var _, MediaEvent.Played(var ended)) && ended.equals(playback);
    }

    private static void attend(TargetSide side, LegEvent event) {
        switch (event) {
            case LegEvent.Ended(var _, var reason) -> side.ended(reason.q850());
            case LegEvent.Offered offered -> side.reoffered(offered);
            case LegEvent.Confirmed(var sdp) -> side.confirmed(sdp);
            case LegEvent.Progress _,
                    LegEvent.Answered _,
                    LegEvent.Rejected _,
                    LegEvent.OfferAnswered _,
                    LegEvent.OfferRefused _,
                    LegEvent.Informed _ -> {}
        }
    }
}
