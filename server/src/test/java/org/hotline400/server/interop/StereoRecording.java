package org.hotline400.server.interop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A downloaded recording, read by the JDK's own WAV reader.
///
/// @param caller what the caller said: the left channel
/// @param other what the caller heard: the right channel
// Read once, never changed or compared.
@SuppressWarnings("ArrayRecordComponent")
record StereoRecording(short[] caller, short[] other) {

    static StereoRecording read(byte[] wav) {
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            var format = audio.getFormat();
            if (format.getChannels() != 2 || format.getSampleRate() != 8000 || format.getSampleSizeInBits() != 16) {
                throw new AssertionError("a recording is stereo, 8,000 Hz, 16 bits; this is " + format);
            }
            return split(audio.readAllBytes());
        } catch (UnsupportedAudioFileException e) {
            throw new AssertionError("no WAV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StereoRecording split(byte[] pcm) {
        short[] left = new short[pcm.length / 4];
        short[] right = new short[pcm.length / 4];
        for (int i = 0; i < left.length; i++) {
            left[i] = sample(pcm, 4 * i);
            right[i] = sample(pcm, 4 * i + 2);
        }
        return new StereoRecording(left, right);
    }

    private static short sample(byte[] pcm, int at) {
        return (short) ((pcm[at] & 0xFF) | (pcm[at + 1] << 8));
    }

    Duration length() {
        return Duration.ofNanos(caller.length * 125_000L);
    }
}
