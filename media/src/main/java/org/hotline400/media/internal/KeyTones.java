package org.hotline400.media.internal;

import java.util.function.Consumer;
import org.hotline400.media.AudioSink;
import org.hotline400.media.ToneDetector;

/// Finds keys pressed as tones in what a peer says (ITU-T Q.23, Q.24). A key counts when two frames (40 ms) in a row
/// carry it, and again only after a pause of 60 ms.
final class KeyTones implements AudioSink {
    private static final double LEAST_SHARE = 0.8;
    /// One tone may be this much stronger than the other: 9 dB.
    private static final double TWIST = 8;
    private static final double LEAST_ENERGY = MediaTime.FRAME * 200.0 * 200.0;

    /// Frames without a key that end its press; fewer may be lost packets.
    private static final int PAUSE = 3;

    private final Consumer<Character> listener;
    private char before;
    private char told;
    private int absent;

    KeyTones(Consumer<Character> listener) {
        this.listener = listener;
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
    private static char find(short[] pcm) {
        double energy = 0;
        for (short sample : pcm) {
            energy += sample * sample;
        }
        if (energy < LEAST_ENERGY) {
            return 0;
        }
        double[] low = new double[4];
        double[] high = new double[4];
        for (int i = 0; i < 4; i++) {
            low[i] = ToneDetector.power(pcm, 0, pcm.length, Keys.low(i));
            high[i] = ToneDetector.power(pcm, 0, pcm.length, Keys.high(i));
        }
        int row = strongest(low);
        int column = strongest(high);
        double share = 2 * (low[row] + high[column]) / (energy * pcm.length);
        boolean balanced = low[row] < TWIST * high[column] && high[column] < TWIST * low[row];
        return share > LEAST_SHARE && balanced ? Keys.key(row, column) : 0;
    }

    private static int strongest(double[] powers) {
        int best = 0;
        for (int i = 1; i < powers.length; i++) {
            best = powers[i] > powers[best] ? i : best;
        }
        return best;
    }
}
