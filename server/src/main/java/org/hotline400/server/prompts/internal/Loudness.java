package org.hotline400.server.prompts.internal;

/// Brings audio to the level of all prompts, so that no caller reaches for the volume between two of them.
///
/// What is measured is the *active* level, after the idea of ITU-T P.56: pauses do not count. Blocks of 20 ms
/// count when they are less than 16 dB below the mean of those that are no silence. What would clip after the
/// gain is held down by a limiter that looks 5 ms ahead. Silence stays silence.
final class Loudness {
    /// Power of the target, −18 dBFS: about where the prompts in the jar are.
    private static final double TARGET = ofDecibels(-18);

    private static final double SILENCE = ofDecibels(-55);
    private static final double MARGIN = ofDecibels(-16);
    /// No more than this: what is softer is noise, or a mistake that its owner should hear.
    private static final double MOST_GAIN = 10;

    /// −1 dBFS.
    private static final float CEILING = 0.89f;

    private static final int BLOCK = TelephoneAudio.RATE / 50;
    private static final int AHEAD = TelephoneAudio.RATE / 200;

    private Loudness() {}

    private static double ofDecibels(double decibels) {
        return Math.pow(10, decibels / 10);
    }

    /// @param samples at 8,000 Hz
    /// @return the same length
    static float[] level(float[] samples) {
        double active = activePower(samples);
        if (active == 0) {
            return limit(samples, 1);
        }
        return limit(samples, (float) Math.min(MOST_GAIN, Math.sqrt(TARGET / active)));
    }

    /// Mean power of what is no pause, full scale being 1; 0 when all is silence.
    static double activePower(float[] samples) {
        double[] blocks = new double[(samples.length + BLOCK - 1) / BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = power(samples, block * BLOCK, Math.min(samples.length, (block + 1) * BLOCK));
        }
        return meanAbove(blocks, Math.max(SILENCE, MARGIN * meanAbove(blocks, SILENCE)));
    }

    private static double power(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / (to - from);
    }

    private static double meanAbove(double[] blocks, double threshold) {
        double sum = 0;
        int count = 0;
        for (double block : blocks) {
            if (block > threshold) {
                sum += block;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// Applies the gain, less where a peak would pass the ceiling. The reduction is the lowest needed from 5 ms
    /// before to 5 ms after, averaged over 10 ms: the peak itself gets what it needs, and the gain never jumps.
    private static float[] limit(float[] samples, float gain) {
        float[] out = new float[samples.length];
        float[] needed = new float[samples.length];
        boolean loud = false;
        for (int i = 0; i < samples.length; i++) {
            out[i] = samples[i] * gain;
            float size = Math.abs(out[i]);
            needed[i] = size > CEILING ? CEILING / size : 1;
            loud |= size > CEILING;
        }
        if (loud) {
            float[] lowest = lowestAround(needed);
            for (int i = 0; i < out.length; i++) {
                out[i] *= averageAround(lowest, i);
            }
        }
        return out;
    }

    private static float[] lowestAround(float[] values) {
        float[] lowest = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 1) {
                int last = Math.min(values.length - 1, i + AHEAD);
                for (int j = Math.max(0, i - AHEAD); j <= last; j++) {
                    lowest[j] = Math.min(lowest[j], values[i]);
                }
            }
        }
        return lowest;
    }

    private static float averageAround(float[] values, int centre) {
        int first = Math.max(0, centre - AHEAD);
        int last = Math.min(values.length - 1, centre + AHEAD);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += values[i];
        }
        return (float) (sum / (last - first + 1));
    }
}
