package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.hotline400.server.prompts.InvalidAudioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneAudioTest {

    @ParameterizedTest
    @CsvSource({"8000,1", "8000,2", "11025,1", "16000,1", "22050,2", "24000,1", "44100,2", "48000,1"})
    void aToneKeepsItsPitchAndLoudnessFromAnyRate(int rate, int channels) {
        short[] heard = TelephoneAudio.ofFile(Wavs.tone(1_000, rate, channels, 0.5));

        assertThat(heard.length).isCloseTo(4_000, within(1));
        assertThat(Wavs.amplitude(heard, 1_000)).isCloseTo(10_000, within(150.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100, 48_000})
    void whatATelephoneCannotCarryDoesNotFoldBackIntoTheVoice(int rate) {
        short[] heard = TelephoneAudio.ofFile(Wavs.tone(5_000, rate, 1, 0.5));

        // 5,000 Hz sampled at 8,000 Hz without a filter would be heard as 3,000 Hz.
        assertThat(Wavs.amplitude(heard, 3_000)).isLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "3,64", "6,8", "7,8"})
    void everyUsualEncodingHasTheSameTone(int tag, int bits) {
        for (int channels = 1; channels <= 2; channels++) {
            short[] heard = TelephoneAudio.ofFile(Wavs.encoded(tag, bits, channels, 8_000));

            assertThat(heard).hasSize(8_000);
            assertThat(Wavs.amplitude(heard, 600)).isCloseTo(10_000, within(120.0));
            // Next to nothing but the tone.
            assertThat(Wavs.power(heard)).isCloseTo(10_000.0 * 10_000 / 2, within(1.2e6));
        }
    }

    @Test
    void floatsThatAreNoSoundAreSilence() {
        ByteBuffer data = ByteBuffer.allocate(4 * 8_000).order(ByteOrder.LITTLE_ENDIAN);
        float[] hostile = {Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, Float.MIN_VALUE};
        for (int i = 0; data.hasRemaining(); i++) {
            data.putFloat(hostile[i % hostile.length]);
        }

        assertThat(TelephoneAudio.ofUpload(Wavs.file(3, 1, 8_000, 32, data.array())))
                .containsOnly(0);
    }

    @Test
    void readsALawAndMuLaw() {
        short[] tone = TelephoneAudio.ofFile(Wavs.tone(440, 8_000, 1, 0.5));
        byte[] aLaw = TelephoneAudio.encode(tone);

        short[] heard = TelephoneAudio.ofFile(Wavs.file(6, 1, 8_000, 8, aLaw));

        assertThat(heard).isEqualTo(TelephoneAudio.decode(aLaw));
        byte[] muLaw = new byte[1_000];
        Arrays.fill(muLaw, (byte) 0x80);
        assertThat(TelephoneAudio.ofFile(Wavs.file(7, 1, 8_000, 8, muLaw))).containsOnly(32_124);
    }

    @Test
    void namesWhatIsWrong() {
        byte[] data = new byte[8_000];
        rejected(new byte[0], "neither a WAV nor an MP3");
        rejected(Wavs.file(1, 1, 8_000, 12, data), "format 1 with 12 bits");
        rejected(Wavs.file(2, 1, 8_000, 4, data), "format 2 with 4 bits");
        rejected(Wavs.file(3, 1, 8_000, 16, data), "format 3 with 16 bits");
        rejected(Wavs.file(1, 6, 8_000, 16, data), "6 channels");
        rejected(Wavs.file(1, 0, 8_000, 16, data), "0 channels");
        rejected(Wavs.file(1, 1, 0, 16, data), "0 samples a second");
        rejected(Wavs.file(1, 1, -1, 16, data), "4294967295 samples a second");
        rejected(Wavs.file(1, 1, 8_000, 16, new byte[0]), "lasts 0 ms");
        rejected(Wavs.file(6, 1, 8_000, 8, new byte[601 * 8_000]), "lasts 601000 ms");
        rejected(Arrays.copyOf(Wavs.file(1, 1, 8_000, 16, data), 1_000), "claims 8000 bytes");
        for (int align : new int[] {0, 1, 4, 65_535}) {
            byte[] unaligned = Wavs.file(1, 1, 8_000, 16, data);
            ByteBuffer.wrap(unaligned).order(ByteOrder.LITTLE_ENDIAN).putShort(32, (short) align);
            rejected(unaligned, "claims " + align + " bytes for each instant");
        }
        byte[] huge = Wavs.file(1, 1, 8_000, 16, data);
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0xffff_ffff);
        rejected(huge, "claims 4294967295 bytes");
        rejected(Arrays.copyOf(huge, 36), "no \"data\" chunk");
    }

    @Test
    void noDamageWhateverDoesMoreThanRejectTheFile() {
        Random random = new Random(400);
        byte[] good = Wavs.tone(440, 16_000, 2, 0.05);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int hit = 0; hit < 4 && bad.length > 0; hit++) {
                bad[random.nextInt(Math.min(bad.length, 48))] = (byte) random.nextInt();
            }
            try {
                assertThat(TelephoneAudio.ofUpload(bad).length).isLessThanOrEqualTo(bad.length);
            } catch (InvalidAudioException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    private static void rejected(byte[] file, String why) {
        assertThatThrownBy(() -> TelephoneAudio.ofFile(file))
                .isInstanceOf(InvalidAudioException.class)
                .hasMessageContaining(why);
    }
}
