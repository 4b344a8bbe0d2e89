package org.hotline400.server.prompts.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.server.prompts.InvalidAudioException;

/// Turns what people upload into what a telephone plays: mono, 8,000 Hz, speech at one level.
final class TelephoneAudio {
    /// The longest prompt; ten minutes of hold music are 4.8 MB in the database and 9.6 MB in memory.
    static final Duration LONGEST = Duration.ofMinutes(10);

    static final Duration SHORTEST = Duration.ofMillis(20);
    static final int RATE = 8_000;

    private static final float FULL_SCALE = 32_768;
    /// Ten minutes at 48 kHz take 250 MB while they are converted: one file at a time.
    private static final Semaphore CONVERSIONS = new Semaphore(1);

    private TelephoneAudio() {}

    /// A file as people upload it: converted and levelled.
    ///
    /// @throws InvalidAudioException when it is no audio that can be used
    static short[] ofUpload(byte[] file) {
        CONVERSIONS.acquireUninterruptibly();
        try {
            return samples(Loudness.level(read(file)));
        } finally {
            CONVERSIONS.release();
        }
    }

    /// A file as it is, at its own level.
    ///
    /// @throws InvalidAudioException when it is no audio that can be used
    static short[] ofFile(byte[] file) {
        return samples(read(file));
    }

    private static float[] read(byte[] file) {
        RawAudio audio = parse(file);
        requireLength(audio.samples().length, audio.rate());
        return Resampler.toTelephone(audio.samples(), audio.rate());
    }

    private static RawAudio parse(byte[] file) {
        if (WavFile.isWav(file)) {
            WavFile wav = WavFile.parse(file);
            requireLength(wav.frames(), wav.rate());
            return new RawAudio(wav.rate(), wav.mono());
        }
        return Mp3File.find(file)
                .map(Mp3File::decode)
                .orElseThrow(() -> new InvalidAudioException(
                        "this is neither a WAV nor an MP3 file" + looksLike(file) + "; convert it to one of them"));
    }

    private static String looksLike(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("OggS")) {
            return " (it looks like Ogg)";
        }
        if (head.startsWith("fLaC")) {
            return " (it looks like FLAC)";
        }
        return head.startsWith("ftyp", 4) ? " (it looks like M4A or MP4)" : "";
    }

    private static void requireLength(long frames, int rate) {
        Duration length = Duration.ofMillis(1_000L * frames / rate);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new InvalidAudioException("the audio lasts " + length.toMillis() + " ms; a prompt lasts from "
                    + SHORTEST.toMillis() + " ms to " + LONGEST.toMinutes() + " minutes");
        }
    }

    private static short[] samples(float[] audio) {
        short[] samples = new short[audio.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(audio[i] * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
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
