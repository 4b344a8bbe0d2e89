package org.hotline400.server.prompts.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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
