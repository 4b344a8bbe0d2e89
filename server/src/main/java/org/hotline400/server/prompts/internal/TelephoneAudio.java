package org.hotline400.server.prompts.internal;

import java.time.Duration;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.server.prompts.InvalidAudioException;

/// Turns what people upload into what a telephone plays: mono, 8,000 Hz.
final class TelephoneAudio {
    /// The longest prompt; ten minutes of hold music are 4.8 MB in the database and 9.6 MB in memory.
    static final Duration LONGEST = Duration.ofMinutes(10);
    static final Duration SHORTEST = Duration.ofMillis(20);

    private TelephoneAudio() {}

    /// @throws InvalidAudioException when this is no WAV file, or one that is too short or too long
    static short[] ofWav(byte[] file) {
        WavFile wav = WavFile.parse(file);
        Duration length = Duration.ofMillis(1_000L * wav.frames() / wav.rate());
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new InvalidAudioException("the audio lasts " + length.toMillis() + " ms; a prompt lasts from "
                    + SHORTEST.toMillis() + " ms to " + LONGEST.toMinutes() + " minutes");
        }
        return Resampler.toTelephone(wav.mono(), wav.rate());
    }

    static byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        G711.encode(Codec.PCMA, samples, codes, codes.length);
        return codes;
    }

    static short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        G711.decode(Codec.PCMA, codes, samples, samples.length);
        return samples;
    }
}
