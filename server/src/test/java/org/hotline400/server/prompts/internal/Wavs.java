package org.hotline400.server.prompts.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;

/// WAV files for tests.
final class Wavs {
    private Wavs() {}

    static byte[] file(int tag, int channels, int rate, int bits, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) tag).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return out.array();
    }

    static byte[] tone(double hertz, int rate, int channels, double seconds) {
        ByteBuffer data =
                ByteBuffer.allocate(((int) (rate * seconds)) * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; data.hasRemaining(); i++) {
            short sample = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
            for (int c = 0; c < channels; c++) {
                data.putShort(sample);
            }
        }
        return file(1, channels, rate, 16, data.array());
    }

    /// A file of 8,000 Hz with a tone of 600 Hz and an amplitude of 10,000 in 32,768.
    static byte[] encoded(int tag, int bits, int channels, int frames) {
        ByteBuffer data = ByteBuffer.allocate(frames * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; data.hasRemaining(); i++) {
            double sample = 10_000 / 32_768.0 * Math.sin(2 * Math.PI * 600 * i / 8_000);
            for (int c = 0; c < channels; c++) {
                put(data, tag, bits, sample);
            }
        }
        return file(tag, channels, 8_000, bits, data.array());
    }

    private static void put(ByteBuffer data, int tag, int bits, double sample) {
        long scaled = Math.round(sample * (1L << (bits - 1)));
        if (tag == 3) {
            if (bits == 32) {
                data.putFloat((float) sample);
            } else {
                data.putDouble(sample);
            }
        } else if (tag == 6 || tag == 7) {
            byte[] code = new byte[1];
            short[] linear = {(short) Math.round(sample * 32_768)};
            G711.encode(tag == 6 ? Codec.PCMA : Codec.PCMU, linear, code, 1);
            data.put(code);
        } else if (bits == 8) {
            data.put((byte) (scaled + 128));
        } else {
            for (int shift = 0; shift < bits; shift += 8) {
                data.put((byte) (scaled >> shift));
            }
        }
    }

    static double power(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return sum / samples.length;
    }

    /// The level against full scale.
    static double decibels(short[] samples) {
        return 10 * Math.log10(power(samples) / (32_768.0 * 32_768));
    }

    /// The amplitude of one frequency in audio of 8,000 Hz, by correlation.
    static double amplitude(short[] samples, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < samples.length; i++) {
            re += samples[i] * Math.cos(2 * Math.PI * hertz * i / 8_000);
            im += samples[i] * Math.sin(2 * Math.PI * hertz * i / 8_000);
        }
        return 2 * Math.hypot(re, im) / samples.length;
    }
}
