package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {
    private static final int SECOND = 8_000;

    private static float[] tone(double amplitude, int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * 600 * i / SECOND));
        }
        return tone;
    }

    private static double decibels(float[] samples) {
        return 10 * Math.log10(Loudness.activePower(samples));
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.25, 1, 4})
    void softAndLoudUploadsAreHeardEquallyLoud(double amplitude) {
        float[] heard = Loudness.level(tone(amplitude, SECOND));

        assertThat(decibels(heard)).isCloseTo(-18, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5"})
    void pausesDoNotMakeSpeechLouder(int secondsOfPause) {
        float[] speech = tone(0.5, SECOND * (1 + secondsOfPause));
        Arrays.fill(speech, SECOND, speech.length, 0);

        float[] heard = Loudness.level(speech);

        assertThat(decibels(Arrays.copyOf(heard, SECOND))).isCloseTo(-18, within(0.1));
    }

    @Test
    void noiseIsNotBlownUpToSpeech() {
        float[] heard = Loudness.level(tone(0.004, SECOND));

        assertThat(peak(heard)).isCloseTo(0.04f, within(0.001f));
    }

    @Test
    void silenceIsLeft() {
        assertThat(Loudness.level(new float[SECOND])).containsOnly(0);
        float[] hum = tone(0.0005, SECOND);
        assertThat(Loudness.level(hum)).isEqualTo(hum);
    }

    @Test
    void aClickInSoftSpeechIsHeldDownAndNothingClips() {
        float[] speech = tone(0.02, SECOND);
        speech[SECOND / 2] = 0.9f;

        float[] heard = Loudness.level(speech);

        assertThat(peak(heard)).isLessThanOrEqualTo(0.8901f).isGreaterThan(0.5f);
        // A tenth of a second later speech is as loud as it was before.
        double before = decibels(Arrays.copyOfRange(heard, SECOND / 4, SECOND / 4 + 800));
        double after = decibels(Arrays.copyOfRange(heard, SECOND / 2 + 800, SECOND / 2 + 1_600));
        assertThat(after).isCloseTo(before, within(0.1));
    }

    @Test
    void whatIsBeyondFullScaleIsHeldDownEvenWhereItIsShort() {
        float[] speech = tone(0.2, SECOND);
        for (int i = 100; i < SECOND; i += 997) {
            speech[i] = 30;
        }

        assertThat(peak(Loudness.level(speech))).isLessThanOrEqualTo(0.8901f);
    }
}
