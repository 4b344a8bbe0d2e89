package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
        short[] heard = TelephoneAudio.ofWav(Wavs.tone(1_000, rate, channels, 0.5));

        assertThat(heard.length).isCloseTo(4_000, within(1));
        assertThat(Wavs.amplitude(heard, 1_000)).isCloseTo(10_000, within(150.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100, 48_000})
    void whatATelephoneCannotCarryDoesNotFoldBackIntoTheVoice(int rate) {
        short[] heard = TelephoneAudio.ofWav(Wavs.tone(5_000, rate, 1, 0.5));

        // 5,000 Hz sampled at 8,000 Hz without a filter would be heard as 3,000 Hz.
        assertThat(Wavs.amplitude(heard, 3_000)).isLessThan(20);
    }

    @Test
    void readsALawAndMuLaw() {
        short[] tone = TelephoneAudio.ofWav(Wavs.tone(440, 8_000, 1, 0.5));
        byte[] aLaw = TelephoneAudio.encode(tone);

        short[] heard = TelephoneAudio.ofWav(Wavs.file(6, 1, 8_000, 8, aLaw));

        assertThat(heard).isEqualTo(TelephoneAudio.decode(aLaw));
        byte[] muLaw = new byte[1_000];
        Arrays.fill(muLaw, (byte) 0x80);
        assertThat(TelephoneAudio.ofWav(Wavs.file(7, 1, 8_000, 8, muLaw))).containsOnly(32_124);
    }

    @Test
    void namesWhatIsWrong() {
        byte[] data = new byte[8_000];
        rejected(new byte[0], "not a WAV file");
        rejected("ID3 this is an mp3, really".getBytes(StandardCharsets.US_ASCII), "not a WAV file");
        rejected(Wavs.file(1, 1, 8_000, 24, data), "format 1 with 24 bits");
        rejected(Wavs.file(3, 1, 8_000, 32, data), "format 3 with 32 bits");
        rejected(Wavs.file(1, 6, 8_000, 16, data), "6 channels");
        rejected(Wavs.file(1, 0, 8_000, 16, data), "0 channels");
        rejected(Wavs.file(1, 1, 0, 16, data), "0 samples a second");
        rejected(Wavs.file(1, 1, -1, 16, data), "4294967295 samples a second");
        rejected(Wavs.file(1, 1, 8_000, 16, new byte[0]), "lasts 0 ms");
        rejected(Wavs.file(6, 1, 8_000, 8, new byte[601 * 8_000]), "lasts 601000 ms");
        rejected(Arrays.copyOf(Wavs.file(1, 1, 8_000, 16, data), 1_000), "claims 8000 bytes");
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
                assertThat(TelephoneAudio.ofWav(bad).length).isLessThanOrEqualTo(bad.length);
            } catch (InvalidAudioException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    private static void rejected(byte[] file, String why) {
        assertThatThrownBy(() -> TelephoneAudio.ofWav(file))
                .isInstanceOf(InvalidAudioException.class)
                .hasMessageContaining(why);
    }
}
