package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VoiceWatchTest {
    private static final short[] SILENCE = new short[160];
    private static final short[] SPEECH = new short[160];

    static {
        Arrays.fill(SPEECH, (short) 2000);
    }

    private final AtomicInteger told = new AtomicInteger();
    private final VoiceWatch watch = new VoiceWatch(Duration.ofMillis(100), told::incrementAndGet);

    @Test
    void tellsOnceAfterTheAgreedSilence() {
        hear(SILENCE, 4);
        assertThat(told).hasValue(0);
        hear(SILENCE, 1);
        assertThat(told).hasValue(1);
        hear(SILENCE, 20);
        assertThat(told).hasValue(1);
        assertThat(watch.heard()).isFalse();
    }

    @Test
    void anySoundStartsTheSilenceAnew() {
        hear(SILENCE, 4);
        hear(SPEECH, 1);
        hear(SILENCE, 4);
        assertThat(told).hasValue(0);
        assertThat(watch.heard()).isTrue();
    }

    private void hear(short[] frame, int times) {
        for (var i = 0; i < times; i++) {
            watch.frame(frame);
        }
    }
}
