package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TonesTest {
    @Test
    void aSineIsFoundAtItsFrequencyOnly() {
        short[] pcm = Tones.sine(440, Duration.ofSeconds(1)).samples();
        assertThat(ToneDetector.level(pcm, 0, 800, 440)).isGreaterThan(0.99);
        assertThat(ToneDetector.level(pcm, 0, 800, 450)).isLessThan(0.05);
        assertThat(ToneDetector.level(new short[800], 0, 800, 440)).isZero();
    }

    @Test
    void ringbackIsOneSecondOnFourOffAndGoesOn() {
        short[] pcm = read(Tones.ringback(), 600);
        for (int from : new int[] {0, 7200, 40000, 47200, 80000}) {
            assertThat(ToneDetector.level(pcm, from, 800, 450)).isGreaterThan(0.99);
        }
        for (int from : new int[] {8000, 39200, 48000}) {
            assertThat(ToneDetector.level(pcm, from, 800, 450)).isZero();
        }
    }

    @Test
    void busyIsHeldForThirtyFiveHundredths() {
        short[] pcm = read(Tones.busy(), 70);
        assertThat(ToneDetector.level(pcm, 2000, 800, 450)).isGreaterThan(0.99);
        assertThat(ToneDetector.level(pcm, 2800, 800, 450)).isZero();
        assertThat(ToneDetector.level(pcm, 5600, 800, 450)).isGreaterThan(0.99);
    }

    @Test
    void clipsFollowOneAnotherWithoutAGap() {
        Clip both = Clip.sequence(List.of(Clip.of(new short[] {1, 2}), Clip.of(new short[] {3})));
        assertThat(both.samples()).containsExactly(1, 2, 3);
        assertThat(Clip.sequence(List.of(Tones.beep(), Tones.silence(Duration.ofMillis(100))))
                        .length())
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theLastFrameIsFilledWithSilence() {
        AudioSource source = Clip.of(new short[] {7, 7, 7}).source();
        short[] frame = new short[160];
        frame[3] = 99;
        assertThat(source.read(frame)).isTrue();
        assertThat(frame).startsWith(7, 7, 7, 0);
        assertThat(source.read(frame)).isFalse();
        assertThat(Clip.of(new short[0]).looped().read(frame)).isFalse();
    }

    @Test
    void whatCannotSoundIsRefused() {
        assertThatThrownBy(() -> Tones.sine(4000)).hasMessageContaining("3,999");
        assertThatThrownBy(() -> Tones.silence(Duration.ofMillis(-1))).hasMessageContaining("between 0 and 1 hour");
    }

    private static short[] read(AudioSource source, int frames) {
        short[] all = new short[frames * 160];
        short[] frame = new short[160];
        for (int i = 0; i < frames; i++) {
            assertThat(source.read(frame)).isTrue();
            System.arraycopy(frame, 0, all, i * 160, 160);
        }
        return all;
    }
}
