package org.hotline400.media.internal;

import java.util.function.Consumer;
import org.hotline400.media.AudioSink;

/// Finds keys pressed as tones in what a peer says (ITU-T Q.23, Q.24). A key counts when two frames (40 ms) in a row
/// carry it, and again only after a pause of 60 ms.
final class KeyTones implements AudioSink {
    private static final double LEAST_SHARE = 0.8;
    /// One tone may be this much stronger than the other: 9 dB.
    private static final double TWIST = 8;
    private static final double LEAST_ENERGY = MediaTime.FRAME * 200.0 * 200.0;
    /// Of the energy must be in the lower tones where a key is: that of a key less the higher tone at its strongest.
    private static final double LEAST_LOW_SHARE = LEAST_SHARE / (1 + TWIST);

    /// Frames without a key that end its press; fewer may be lost packets.
    private static final int PAUSE = 3;

    private static final double[] LOW = coefficients(true);
    private static final double[] HIGH = coefficients(false);

    private final Consumer<Character> listener;
    private final double[] low = new double[4];
    private final double[] high = new double[4];
    private char before;
    private char told;
    private int absent;

    KeyTones(Consumer<Character> listener) {
        this.listener = listener;
    }

    private static double[] coefficients(boolean lower) {
        double[] all = new double[4];
        for (int i = 0; i < all.length; i++) {
            all[i] = 2 * Math.cos(2 * Math.PI * (lower ? Keys.low(i) : Keys.high(i)) / 8000);
        }
        return all;
    }

    @Override
    public void frame(short[] pcm160) {
        char key = find(pcm160);
        absent = key == told ? 0 : absent + 1;
        if (absent >= PAUSE) {
            told = 0;
        }
        if (key != 0 && key == before && key != told) {
            told = key;
            absent = 0;
            listener.accept(key);
        }
        before = key;
    }

    /// @return the key whose tone pair makes up this frame, or 0
    private char find(short[] pcm) {
        double energy = 0;
        for (short sample : pcm) {
            energy += sample * sample;
        }
        if (energy < LEAST_ENERGY) {
            return 0;
        }
        double whole = energy * pcm.length / 2;
        powers(pcm, LOW, low);
        int row = strongest(low);
        if (low[row] < LEAST_LOW_SHARE * whole) {
            return 0;
        }
        powers(pcm, HIGH, high);
        int column = strongest(high);
        double share = (low[row] + high[column]) / whole;
        boolean balanced = low[row] < TWIST * high[column] && high[column] < TWIST * low[row];
        return share > LEAST_SHARE && balanced ? Keys.key(row, column) : 0;
    }

    /// The squared magnitudes of four components (Goertzel's algorithm). Each sum waits for its last one: four
    /// of them side by side cost as one.
    private static void powers(short[] pcm, double[] coefficients, double[] powers) {
        double c0 = coefficients[0];
        double c1 = coefficients[1];
        double c2 = coefficients[2];
        double c3 = coefficients[3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (short sample : pcm) {
            double n0 = sample + c0 * a0 - b0;
            double n1 = sample + c1 * a1 - b1;
            double n2 = sample + c2 * a2 - b2;
            double n3 = sample + c3 * a3 - b3;
            b0 = a0;
            b1 = a1;
            b2 = a2;
            b3 = a3;
            a0 = n0;
            a1 = n1;
            a2 = n2;
            a3 = n3;
        }
        powers[0] = power(a0, b0, c0);
        powers[1] = power(a1, b1, c1);
        powers[2] = power(a2, b2, c2);
        powers[3] = power(a3, b3, c3);
    }

    private static double power(double last, double before, double coefficient) {
        return last * last + before * before - coefficient * last * before;
    }

    private static int strongest(double[] powers) {
        int best = 0;
        for (int i = 1; i < powers.length; i++) {
            best = powers[i] > powers[best] ? i : best;
        }
        return best;
    }
}
