package org.hotline400.media;

import java.time.Duration;
import java.util.List;

/// Tones of the telephone network, as it sounds in China (GF 002-9002.4: 450 Hz), and plain ones for tests. All at
/// −10 dBm0 or so, which no codec clips.
public final class Tones {
    private static final int RATE = 8000;
    private static final int AMPLITUDE = 8000;

    private Tones() {}

    /// A sine that lasts this long.
    public static Clip sine(int hz, Duration length) {
        check(hz);
        short[] pcm = new short[samples(length)];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = at(hz, i);
        }
        return Clip.of(pcm);
    }

    /// A sine without end. Each call gives a source of its own.
    public static AudioSource sine(int hz) {
        // One second holds a whole number of periods of any frequency in whole hertz.
        return sine(hz, Duration.ofSeconds(1)).looped();
    }

    /// What a caller hears while the far phone rings: 450 Hz, 1 s on, 4 s off, without end.
    public static AudioSource ringback() {
        return cadence(Duration.ofSeconds(1), Duration.ofSeconds(4)).looped();
    }

    /// Busy: 450 Hz, 0.35 s on, 0.35 s off, without end.
    public static AudioSource busy() {
        return cadence(Duration.ofMillis(350), Duration.ofMillis(350)).looped();
    }

    /// "Speak after the tone": 1,000 Hz for 400 ms.
    public static Clip beep() {
        return sine(1000, Duration.ofMillis(400));
    }

    /// "The call is about to be cut off": three times 1,400 Hz for 200 ms, within a second, unlike any tone of the
    /// network and any key.
    public static Clip warning() {
        Clip beep = sine(1400, Duration.ofMillis(200));
        Clip pause = silence(Duration.ofMillis(200));
        return Clip.sequence(List.of(beep, pause, beep, pause, beep));
    }

    public static Clip silence(Duration length) {
        return Clip.of(new short[samples(length)]);
    }

    private static Clip cadence(Duration on, Duration off) {
        return Clip.sequence(List.of(sine(450, on), silence(off)));
    }

    private static short at(int hz, int sample) {
        return (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hz * sample / RATE));
    }

    private static int samples(Duration length) {
        if (length.isNegative() || length.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a tone lasts between 0 and 1 hour, was " + length);
        }
        return Math.toIntExact(length.toMillis() * RATE / 1000);
    }

    private static void check(int hz) {
        if (hz < 1 || hz >= RATE / 2) {
            throw new IllegalArgumentException("a tone at 8,000 Hz lies between 1 and 3,999 Hz, was " + hz);
        }
    }
}
