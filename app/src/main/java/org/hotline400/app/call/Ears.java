package org.hotline400.app.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.media.ToneDetector;
import org.hotline400.simulator.Heard;

/// Cuts what is heard into [Sound]s as it comes in.
final class Ears {
    private static final int WINDOW = 800;
    private static final Duration STEP = Duration.ofMillis(100);

    // People pause between phrases for less than this.
    private static final Duration PAUSE = Duration.ofMillis(700);

    // Clicks, and the beginning of a tone inside a window, are no sounds of their own.
    private static final Duration SHORTEST = Duration.ofMillis(300);

    // A vowel may look like a tone for two or three windows, not for longer.
    private static final int WINDOWS_OF_A_TONE = 5;
    private static final double PURE = 0.8;
    private static final double AUDIBLE_RMS = 200;
    private static final int LOWEST_HZ = 300;
    private static final int HIGHEST_HZ = 3400;

    private final Heard heard;
    private Duration at = Duration.ZERO;
    private Optional<Sound> current = Optional.empty();
    private int toneHz;
    private int toneWindows;

    Ears(Heard heard) {
        this.heard = heard;
    }

    /// Takes in what came since the last time.
    ///
    /// @return the sounds that ended
    List<Sound> listen() {
        var ended = new ArrayList<Sound>();
        var samples = heard.since(at);
        for (var from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            take(samples, from, ended);
            at = at.plus(STEP);
        }
        return ended;
    }

    /// The sound that goes on now.
    Optional<Sound> current() {
        return current;
    }

    /// How much was heard in all.
    Duration position() {
        return at;
    }

    /// Whatever goes on ends here: what comes after is told apart from it.
    List<Sound> cut() {
        var ended = new ArrayList<>(listen());
        end(ended);
        return ended;
    }

    private void take(short[] samples, int from, List<Sound> ended) {
        if (isSilent(samples, from)) {
            toneWindows = 0;
            if (current.isPresent() && at.plus(STEP).minus(current.get().end()).compareTo(PAUSE) >= 0) {
                end(ended);
            }
            return;
        }
        var hz = dominant(samples, from);
        toneWindows = hz == toneHz && hz > 0 ? toneWindows + 1 : hz > 0 ? 1 : 0;
        toneHz = hz;
        if (toneWindows >= WINDOWS_OF_A_TONE) {
            hear(new Sound.Tone(hz), STEP.multipliedBy(WINDOWS_OF_A_TONE - 1L), ended);
        } else if (!(current.isPresent() && isTone(current.get(), hz))) {
            hear(new Sound.Speech(), Duration.ZERO, ended);
        } else {
            hear(current.get().kind(), Duration.ZERO, ended);
        }
    }

    private static boolean isTone(Sound sound, int hz) {
        return sound.kind() instanceof Sound.Tone(int known) && known == hz;
    }

    /// @param already how much of it went by before it was known for what it is
    private void hear(Sound.Kind kind, Duration already, List<Sound> ended) {
        if (current.isPresent() && !current.get().kind().equals(kind)) {
            var before = current.get();
            var cut = at.minus(already);
            current = before.from().compareTo(cut) < 0 ? Optional.of(before.lengthenedTo(cut)) : Optional.empty();
            end(ended);
        }
        var known = current.orElse(new Sound(kind, at.minus(already), Duration.ZERO));
        current = Optional.of(known.lengthenedTo(at.plus(STEP)));
    }

    private void end(List<Sound> ended) {
        current.filter(sound -> sound.length().compareTo(SHORTEST) >= 0).ifPresent(ended::add);
        current = Optional.empty();
    }

    private static boolean isSilent(short[] samples, int from) {
        var energy = 0.0;
        for (var i = from; i < from + WINDOW; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / WINDOW) < AUDIBLE_RMS;
    }

    /// The frequency that makes up nearly all of this window; 0 when there is none.
    private static int dominant(short[] samples, int from) {
        for (var hz = LOWEST_HZ; hz <= HIGHEST_HZ; hz += 10) {
            if (ToneDetector.level(samples, from, WINDOW, hz) > PURE) {
                return hz;
            }
        }
        return 0;
    }
}
