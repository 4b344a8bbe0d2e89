import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Composes `system-hold-music`: what a caller hears while the other side holds. Twenty-four seconds that join
/// at their ends, in the pentatonic scale, soft and within the telephone's band. Ours from the first note on:
/// Apache-2.0 like the rest.
///
/// ```sh
/// java server/src/main/prompts/HoldMusic.java server/src/main/resources/prompts/zh-CN/system-hold-music.wav
/// ```
class HoldMusic {
    static final int RATE = 8000;
    /// 80 beats a minute, eight bars of four.
    static final double BEAT = 0.75;
    static final int BEATS = 32;
    static final int LENGTH = (int) (BEATS * BEAT * RATE);
    /// Semitones above middle C, a chord a bar.
    static final int[][] CHORDS = {
        {0, 7, 12, 16}, {-3, 4, 9, 12}, {-7, 5, 9, 12}, {-5, 2, 7, 14},
        {0, 7, 12, 16}, {-8, 4, 7, 12}, {-7, 5, 9, 14}, {-5, 2, 7, 11},
    };
    /// The tune: beat, semitone, beats long.
    static final double[][] TUNE = {
        {0, 16, 1.5}, {1.5, 14, .5}, {2, 12, 2}, {4, 9, 1}, {5, 12, 1}, {6, 14, 2},
        {8, 16, 1}, {9, 19, 1}, {10, 21, 1.5}, {11.5, 19, .5}, {12, 16, 1}, {13, 14, 3},
        {16, 19, 1.5}, {17.5, 21, .5}, {18, 24, 2}, {20, 21, 1}, {21, 19, 1}, {22, 16, 2},
        {24, 14, 1}, {25, 16, 1}, {26, 12, 1}, {27, 9, 1}, {28, 14, 1.5}, {29.5, 12, 2.5},
    };

    final double[] mix = new double[LENGTH];

    public static void main(String[] args) throws IOException {
        var music = new HoldMusic();
        music.play();
        Files.write(Path.of(args[0]), wav(music.mix));
    }

    void play() {
        for (int bar = 0; bar < CHORDS.length; bar++) {
            int[] chord = CHORDS[bar];
            for (int eighth = 0; eighth < 8; eighth++) {
                int note = chord[new int[] {0, 1, 2, 3, 2, 1, 2, 1}[eighth]];
                pluck(bar * 4 + eighth / 2.0, note, 1.6, 0.30);
            }
            for (int note : chord) {
                swell(bar * 4, note, 4.4, 0.05);
            }
        }
        for (double[] note : TUNE) {
            bell(note[0], note[1], note[2] + 1.2, 0.42);
        }
    }

    /// A string: bright at first, then round.
    void pluck(double beat, double note, double beats, double level) {
        tone(beat, note, beats, level, new double[] {1, .5, .25, .12}, 0.004, 3.2);
    }

    void bell(double beat, double note, double beats, double level) {
        tone(beat, note, beats, level, new double[] {1, .18, .10}, 0.02, 1.9);
    }

    void swell(double beat, double note, double beats, double level) {
        tone(beat, note, beats, level, new double[] {1, .3}, 0.8, 0.6);
    }

    /// Adds one note; what sounds beyond the end sounds at the beginning, so that the loop has no seam.
    void tone(double beat, double note, double beats, double level, double[] partials, double rise, double fall) {
        double hz = 261.63 * Math.pow(2, note / 12);
        int start = (int) (beat * BEAT * RATE);
        int length = (int) (beats * BEAT * RATE);
        for (int i = 0; i < length; i++) {
            double t = (double) i / RATE;
            double sum = 0;
            for (int p = 0; p < partials.length; p++) {
                if (hz * (p + 1) < 3300) {
                    sum += partials[p] * Math.sin(2 * Math.PI * hz * (p + 1) * t) * Math.exp(-fall * t * (1 + p * .6));
                }
            }
            double out = Math.min(1, (length - i) / (0.05 * RATE));
            mix[(start + i) % LENGTH] += level * sum * Math.min(1, t / rise) * out;
        }
    }

    /// A-law, 8 kHz, mono, at −18 dBFS: a little below the voices.
    static byte[] wav(double[] mix) {
        double square = 0;
        for (double sample : mix) {
            square += sample * sample;
        }
        double gain = 32768 * Math.pow(10, -18 / 20.0) / Math.sqrt(square / mix.length);
        var out = ByteBuffer.allocate(58 + mix.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(50 + mix.length).put(ascii("WAVEfmt ")).putInt(18);
        out.putShort((short) 6).putShort((short) 1).putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        out.putShort((short) 0).put(ascii("fact")).putInt(4).putInt(mix.length).put(ascii("data")).putInt(mix.length);
        for (double sample : mix) {
            out.put(aLaw((int) Math.max(-32000, Math.min(32000, Math.round(sample * gain)))));
        }
        return out.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// ITU-T G.711.
    static byte aLaw(int pcm) {
        int sign = pcm >= 0 ? 0xD5 : 0x55;
        int level = pcm >= 0 ? pcm >> 3 : -pcm - 1 >> 3;
        int segment = 0;
        while (segment < 7 && level >= 32 << segment) {
            segment++;
        }
        int code = segment < 2 ? level >> 1 & 15 | segment << 4 : level >> segment & 15 | segment << 4;
        return (byte) (code ^ sign);
    }
}
