package org.hotline400.server.prompts.internal;

/// Brings audio to 8,000 samples a second with a windowed-sinc low-pass (Smith, "Digital Audio Resampling"), so that
/// nothing above the telephone's 4 kHz folds back into the voice.
final class Resampler {
    private static final int TARGET = 8_000;
    /// Zero crossings on each side of the kernel: 16 give a stop band of about 70 dB with a Hann window.
    private static final int CROSSINGS = 16;
    /// A little below half of the target rate, to have room for the filter's slope.
    private static final double CUT_OFF = 0.46;

    private final int phases;
    private final int step;
    private final int half;
    private final double[][] kernels;

    private Resampler(int rate) {
        int divisor = gcd(rate, TARGET);
        phases = TARGET / divisor;
        step = rate / divisor;
        half = (int) Math.ceil(CROSSINGS * (double) rate / TARGET);
        kernels = new double[phases][];
        for (int phase = 0; phase < phases; phase++) {
            kernels[phase] = kernel((double) phase / phases, 2 * CUT_OFF * TARGET / rate);
        }
    }

    static float[] toTelephone(float[] samples, int rate) {
        return rate == TARGET ? samples : new Resampler(rate).convert(samples);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// The taps around an instant that lies `fraction` of a sample after a sample; normalised to gain 1.
    private double[] kernel(double fraction, double bandwidth) {
        double[] taps = new double[2 * half + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            double t = i - half - fraction;
            double window = Math.abs(t) > half ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * t / half);
            taps[i] = window * sinc(bandwidth * t);
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] /= sum;
        }
        return taps;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private float[] convert(float[] in) {
        float[] out = new float[(int) ((long) in.length * phases / step)];
        for (int i = 0; i < out.length; i++) {
            long position = (long) i * step;
            out[i] = at(in, (int) (position / phases), kernels[(int) (position % phases)]);
        }
        return out;
    }

    private float at(float[] in, int centre, double[] kernel) {
        double sum = 0;
        int first = Math.max(0, centre - half);
        int last = Math.min(in.length - 1, centre + half);
        for (int i = first; i <= last; i++) {
            sum += in[i] * kernel[i - centre + half];
        }
        return (float) sum;
    }
}
