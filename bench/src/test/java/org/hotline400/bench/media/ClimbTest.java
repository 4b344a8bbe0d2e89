package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClimbTest {
    private static MediaStep step(int calls, boolean good) {
        var generator = new MediaStep.Generator(3, 0, 0, 0, 10);
        return new MediaStep(
                new MediaStep.Terms(calls, false, Duration.ofSeconds(1)),
                calls,
                Map.of(),
                0,
                0,
                new MediaStep.Packets(1000, good ? 997 : 996, 996, 996, 1, 0, 0, 0, 0, 0, generator),
                new MediaStep.Trip(Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(9)),
                new MediaStep.Usage(50, 1, 20, 2, 500_000, 90_000, 4 * calls),
                new MediaStep.Recordings(0, Duration.ZERO, 0));
    }

    private static MediaStep recorded(MediaStep.Recordings recordings) {
        var step = step(100, true);
        return new MediaStep(
                new MediaStep.Terms(100, true, Duration.ofSeconds(1)),
                step.talking(),
                step.failures(),
                0,
                0,
                step.packets(),
                step.trip(),
                step.usage(),
                recordings);
    }

    @Test
    void aRecordingThatLacksPacketsIsNoGoodOne() {
        var second = Duration.ofSeconds(1);
        assertThat(recorded(new MediaStep.Recordings(100, second, 0)).good()).isTrue();
        assertThat(recorded(new MediaStep.Recordings(99, second, 0)).good()).isFalse();
        var lacking = recorded(new MediaStep.Recordings(100, second, 3));
        assertThat(lacking.good()).isFalse();
        assertThat(lacking.text()).contains("packets that recordings lack 3");
    }

    @Test
    void stopsAtTheLoadThatFailsTwice() throws Exception {
        var steps = new Climb(calls -> step(calls, calls < 600)).run();
        assertThat(steps).extracting(one -> one.terms().calls()).containsExactly(100, 300, 500, 600, 600);
    }

    @Test
    void forgivesOneFailure() throws Exception {
        var failed = new boolean[1];
        var steps = new Climb(calls -> {
                    var disturbed = calls == 300 && !failed[0];
                    failed[0] |= disturbed;
                    return step(calls, !disturbed && calls < 600);
                })
                .run();
        assertThat(steps).extracting(one -> one.terms().calls()).containsExactly(100, 300, 300, 500, 600, 600);
    }

    @Test
    void whatTheKernelDroppedAtTheGeneratorIsNotThePlatforms() {
        assertThat(step(100, true).packets().lost()).isZero();
        assertThat(step(100, true).good()).isTrue();
        assertThat(step(100, false).packets().lost()).isEqualTo(1);
        assertThat(step(100, false).good()).isFalse();
    }
}
