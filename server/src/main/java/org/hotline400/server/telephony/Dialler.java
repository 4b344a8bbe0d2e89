package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotline400.media.AudioSource;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome.LetGo.Because;
import org.hotline400.server.calls.DialledAll;
import org.hotline400.server.calls.FundsExhaustedException;
import org.jspecify.annotations.Nullable;

/// Rings targets, one or several at once, until one of them is reached or none will be. However it ends, no leg
/// is left but that of the one that was reached.
final class Dialler {
    private final SipPhone phone;
    private final List<Ringing> targets;
    private final RingingSound sound;
    private @Nullable Ringing winner;
    private @Nullable TargetSide reached;

    Dialler(DialTools tools, List<DialOrder> orders) {
        this.phone = tools.phone();
        this.sound = new RingingSound(phone, tune(tools.phone(), orders), orders.size() == 1);
        whispersAreThere(orders);
        this.targets =
                orders.stream().map(order -> new Ringing(tools, order, sound)).toList();
    }

    private static Optional<Supplier<AudioSource>> tune(SipPhone phone, List<DialOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.ringback().stream())
                .findFirst()
                .map(phone::clip)
                .map(clip -> clip::looped);
    }

    /// A prompt that is missing is found before anybody's phone rings.
    private void whispersAreThere(List<DialOrder> orders) {
        orders.stream().flatMap(order -> order.acceptance().stream()).forEach(wanted -> phone.clip(wanted.whisper()));
    }

    /// The side that was reached.
    Optional<TargetSide> reached() {
        return Optional.ofNullable(reached);
    }

    /// @throws CallerGoneException with what became of each
    DialledAll ring() {
        try {
            targets.forEach(Ringing::begin);
            untilDecided();
            settle();
            return results();
        } catch (CallerGoneException gone) {
            targets.forEach(target -> target.letGo(Because.CALLER_GONE));
            throw new CallerGoneException(
                    String.valueOf(gone.getMessage()), results().rung());
        } catch (FundsExhaustedException _) {
            targets.forEach(target -> target.letGo(Because.FUNDS_EXHAUSTED));
            throw new FundsExhaustedException(results().rung());
        } finally {
            targets.forEach(Ringing::close);
            if (reached == null) {
                sound.end();
            }
        }
    }

    private DialledAll results() {
        return new DialledAll(targets.stream().map(Ringing::result).toList());
    }

    private void untilDecided() {
        while (winner == null && undecided().findAny().isPresent()) {
            var signal = phone.await(nextDeadline());
            if (signal.isPresent()) {
                targets.forEach(target -> target.hear(signal.get()));
            } else {
                targets.forEach(Ringing::timeUp);
            }
            winner = targets.stream().filter(Ringing::reached).findFirst().orElse(null);
        }
    }

    private Stream<Ringing> undecided() {
        return targets.stream().filter(target -> !target.decided());
    }

    private Deadline nextDeadline() {
        return undecided().map(Ringing::deadline).reduce(Deadline::earlier).orElseThrow();
    }

    /// One was reached: the others are let go, after a look at what they did in the same moment.
    private void settle() {
        if (winner == null) {
            return;
        }
        if (targets.size() > 1) {
            noteWhatWaits();
        }
        others().forEach(target -> target.letGo(Because.ANSWERED_ELSEWHERE));
        reached = winner.handOver().orElse(null);
    }

    private void noteWhatWaits() {
        var now = Deadline.in(Duration.ZERO);
        for (var signal = phone.await(now); signal.isPresent(); signal = phone.await(now)) {
            var noted = signal.get();
            others().forEach(target -> target.note(noted));
        }
    }

    private Stream<Ringing> others() {
        return targets.stream().filter(target -> target != winner);
    }
}
