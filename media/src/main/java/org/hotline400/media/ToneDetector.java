package org.hotline400.media;

/// Finds a tone of a known frequency (Goertzel's algorithm).
public final class ToneDetector {
    private static final double RATE = 8000;

    private ToneDetector() {}

    /// How much of the sound is this tone.
    ///
    /// @param from,length the part of `samples` to look at; 800 samples (100 ms) tell 10 Hz apart
    /// @return the tone's share of the total energy: near 1 for the pure tone, near 0 when it is absent or all is
    ///     silence
    public static double level(short[] samples, int from, int length, int hz) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * power(samples, from, length, hz) / (energy * length);
    }

    /// The squared magnitude of the signal's component at `hz`.
    public static double power(short[] samples, int from, int length, double hz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / RATE);
        double before = 0;
        double beforeThat = 0;
        for (int i = from; i < from + length; i++) {
            double now = samples[i] + coefficient * before - beforeThat;
            beforeThat = before;
            before = now;
        }
        return before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
    }
}
