package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TakingsTest {
    private static final long MILLI = 1_000_000;

    private static Takings.Moment moment(long at, double stolen, double others) {
        return new Takings.Moment(at * MILLI, stolen * MILLI, others * MILLI);
    }

    private static CollectorLog.Pause pause(long begin, long end) {
        return new CollectorLog.Pause(end * MILLI, (end - begin) * MILLI);
    }

    private final Takings takings = new Takings(
            List.of(moment(1000, 70, 10), moment(1050, 80, 10), moment(1100, 120, 30), moment(1150, 120, 30)));

    @Test
    void tellsWhatWasTakenWithinAPause() {
        var taken = takings.during(pause(1025, 1100));
        assertThat(taken.stolen()).isEqualTo(45, within(1e-6));
        assertThat(taken.others()).isEqualTo(20, within(1e-6));
        assertThat(taken.disturbed()).isTrue();
        assertThat(taken.text())
                .isEqualTo("75.0 ms, of which the host took 45.0 and other processes 20.0 ms of a core");
    }

    @Test
    void excusesNoPauseOfOurOwn() {
        assertThat(takings.during(pause(1100, 1150)).disturbed()).isFalse();
        // Nothing is known of it.
        assertThat(takings.during(pause(2000, 2100)).disturbed()).isFalse();
        assertThat(new Takings(List.of()).during(pause(1000, 1100)).disturbed()).isFalse();
    }

    @Test
    void isDisturbedOnTheWholeFromATenthOfACoreOn() {
        assertThat(takings.percent()).isEqualTo(100 * 70.0 / 150, within(1e-6));
        assertThat(takings.disturbed()).isTrue();
        assertThat(new Takings(List.of(moment(0, 5, 0), moment(1000, 60, 40))).disturbed())
                .isFalse();
        assertThat(new Takings(List.of()).disturbed()).isFalse();
    }
}
