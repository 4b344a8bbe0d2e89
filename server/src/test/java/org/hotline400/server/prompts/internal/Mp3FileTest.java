package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.hotline400.server.prompts.InvalidAudioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3FileTest {
    private static byte[] mp3(String name) {
        try (InputStream in = Mp3FileTest.class.getResourceAsStream("/prompts/mp3/" + name + ".mp3")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mono-8k",
                "joint-11k",
                "mono-16k",
                "stereo-22k",
                "abr-24k",
                "checksum-32k",
                "vbr-44k",
                "tagged-44k",
                "joint-48k"
            })
    void aToneKeepsItsPitchAndLoudnessThroughAnyKindOfMp3(String name) {
        short[] heard = TelephoneAudio.ofFile(mp3(name));

        // Encoders put silence around the sound, one to three frames of it.
        assertThat(heard.length).isBetween(4_000, 5_800);
        short[] middle = Arrays.copyOfRange(heard, heard.length / 2 - 800, heard.length / 2 + 800);
        double amplitude = Wavs.amplitude(middle, 1_000);
        // Half of full scale, of which LAME takes five per cent where it has a reason to fear clipping.
        assertThat(amplitude).isBetween(15_300.0, 16_600.0);
        // Next to nothing but the tone.
        assertThat(Wavs.power(middle) / (amplitude * amplitude / 2)).isCloseTo(1, within(0.03));
    }

    @Test
    void speechCutOutOfTheMiddleIsUnderstood() {
        short[] heard = TelephoneAudio.ofFile(mp3("speech-24k"));

        assertThat(heard.length).isEqualTo(36 * 576 / 3);
        // The first frames lack their beginning; from then on there is no hole.
        for (int frame = 6; frame < 36; frame++) {
            // Even a speaker's pause is no digital silence.
            assertThat(Wavs.power(Arrays.copyOfRange(heard, frame * 192 + 40, frame * 192 + 150)))
                    .as("frame %d", frame)
                    .isPositive();
        }
    }

    @Test
    void garbageBeforeBetweenAndAfterTheFramesIsSkipped() {
        byte[] good = mp3("mono-16k");
        byte[] noise = "<html>not found</html>".repeat(20).getBytes(StandardCharsets.US_ASCII);

        assertThat(TelephoneAudio.ofFile(joined(noise, good, noise))).isEqualTo(TelephoneAudio.ofFile(good));
    }

    /// A frame of eight kilobits a second is small: 16 MiB of them would last more than four hours.
    @Test
    @Timeout(20)
    void aFileThatWouldUnfoldToHoursIsRefusedEarly() {
        byte[] small = mp3("mono-8k");
        byte[] huge = new byte[16 * 1_024 * 1_024];
        for (int at = 0; at + small.length < huge.length; at += small.length) {
            System.arraycopy(small, 0, huge, at, small.length);
        }

        assertThatThrownBy(() -> TelephoneAudio.ofFile(huge))
                .isInstanceOf(InvalidAudioException.class)
                .hasMessageContaining("longer than 10 minutes");
    }

    @Test
    void namesWhatIsWrong() {
        byte[] intensity = mp3("joint-48k");
        rejected(marked(intensity, 3, 0x50), "intensity stereo");
        rejected(scrambled(mp3("joint-48k")), "damaged");
        rejected("ID3 this is none, really".getBytes(StandardCharsets.US_ASCII), "neither a WAV nor an MP3");
        rejected("OggS and more of it".getBytes(StandardCharsets.US_ASCII), "it looks like Ogg");
        rejected("\0\0\0 ftypM4A and more".getBytes(StandardCharsets.US_ASCII), "it looks like M4A");
        rejected(new byte[100_000], "neither a WAV nor an MP3");
        byte[] hugeTag = mp3("tagged-44k");
        Arrays.fill(hugeTag, 6, 10, (byte) 0x7f);
        rejected(hugeTag, "neither a WAV nor an MP3");
    }

    @Test
    @Timeout(120)
    void noDamageWhateverDoesMoreThanRejectTheFile() {
        Random random = new Random(400);
        String[] names = {"mono-8k", "abr-24k", "checksum-32k", "joint-48k", "speech-24k"};
        int understood = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = mp3(names[i % names.length]);
            bad = Arrays.copyOf(bad, bad.length - random.nextInt(bad.length / 4));
            for (int hit = random.nextInt(1, 30); hit > 0; hit--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                short[] heard = TelephoneAudio.ofUpload(bad);
                assertThat(heard.length).isLessThan(12_000);
                understood++;
            } catch (InvalidAudioException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(understood).isBetween(1, 2_999);
    }

    @Test
    void anUploadIsLevelledWhateverTheFile() {
        short[] heard = TelephoneAudio.ofUpload(mp3("vbr-44k"));

        short[] middle = Arrays.copyOfRange(heard, heard.length / 2 - 800, heard.length / 2 + 800);
        assertThat(Wavs.decibels(middle)).isCloseTo(-18, within(0.5));
        assertThat(Duration.ofMillis(heard.length / 8)).isLessThan(Duration.ofMillis(700));
    }

    /// Ors a value into one header byte of every frame.
    private static byte[] marked(byte[] mp3, int header, int bits) {
        byte[] marked = mp3.clone();
        for (int at = 0;
                at + 4 < marked.length;
                at += Mp3Frame.at(mp3, at).orElseThrow().bytes()) {
            marked[at + header] |= (byte) bits;
        }
        return marked;
    }

    /// Leaves the headers, and makes noise of what is between.
    private static byte[] scrambled(byte[] mp3) {
        Random random = new Random(7);
        byte[] noise = new byte[mp3.length];
        random.nextBytes(noise);
        for (int at = 0;
                at + 4 < mp3.length;
                at += Mp3Frame.at(mp3, at).orElseThrow().bytes()) {
            System.arraycopy(mp3, at, noise, at, 4);
        }
        return noise;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] joined =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static void rejected(byte[] file, String why) {
        assertThatThrownBy(() -> TelephoneAudio.ofFile(file))
                .isInstanceOf(InvalidAudioException.class)
                .hasMessageContaining(why);
    }
}
