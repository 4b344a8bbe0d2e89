package org.hotline400.sip.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadGaugeTest {

    private final LoadGauge gauge = new LoadGauge();
    private long now;

    @Test
    void anIdleLoopIsNotOverloaded() {
        turns(1000, 10, true);
        assertThat(gauge.overloaded()).isFalse();
    }

    @Test
    void oneLongPauseIsNoAlarm() {
        turns(100, 5, true);
        turns(1, 2000, true);
        assertThat(gauge.overloaded()).isFalse();
    }

    @Test
    void datagramsThatNeverEndAreOverload() {
        turns(100, 5, true);
        turns(90, 5, false);
        assertThat(gauge.overloaded()).as("for 450 ms").isFalse();
        turns(20, 5, false);
        assertThat(gauge.overloaded()).as("for 550 ms").isTrue();
        turns(1, 5, true);
        assertThat(gauge.overloaded()).as("as soon as all is read").isFalse();
    }

    @Test
    void turnsThatDragOnAreOverloadUntilTheyAreShortAgain() {
        turns(100, 600, true);
        assertThat(gauge.overloaded()).isTrue();
        turns(100, 5, true);
        assertThat(gauge.overloaded()).isFalse();
    }

    private void turns(int count, long each, boolean empty) {
        for (int i = 0; i < count; i++) {
            now += each;
            gauge.turned(now, (double) each, empty);
        }
    }
}
