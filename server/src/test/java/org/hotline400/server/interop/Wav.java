package org.hotline400.server.interop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.hotline400.media.Tones;

/// WAV files that foreign phones play and write: mono, 8,000 samples a second, 16 bits.
final class Wav {
    private static final int HEADER = 44;

    private Wav() {}

    /// Two minutes of a sine, so that it never ends during a call.
    static void writeTone(Path file, int hz) throws IOException {
        short[] samples = Tones.sine(hz, Duration.ofMinutes(2)).samples();
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        var format = new AudioFormat(8000, 16, 1, true, false);
        try (var audio = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    /// The samples of a file that may still be written, whose header does not tell its length yet.
    static short[] read(Path file) throws IOException {
        byte[] wav = Files.readAllBytes(file);
        short[] samples = new short[Math.max(0, wav.length - HEADER) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((wav[HEADER + 2 * i] & 0xFF) | (wav[HEADER + 2 * i + 1] << 8));
        }
        return samples;
    }
}
