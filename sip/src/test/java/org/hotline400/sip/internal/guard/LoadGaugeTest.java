package org.hotline400.sip.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadGaugeTest {

    private final Random random = new Random(400);
    private final LoadGauge gauge = new LoadGauge(random::nextDouble);
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
        turns(200, 5, true);
        assertThat(gauge.overloaded()).as("a second after all is read").isFalse();
    }

    @Test
    void turnsThatDragOnAreOverloadUntilTheyAreShortAgain() {
        turns(100, 600, true);
        assertThat(gauge.overloaded()).isTrue();
        turns(100, 5, true);
        assertThat(gauge.overloaded()).isFalse();
    }

    @Test
    void twiceTheLoadOfAServerIsShedByHalfAndTheServerStaysBusy() {
        var server = new Server(3.0);
        server.offered(6.0, 5_000);
        assertThat(server.served / 5_000.0).as("calls served a millisecond").isBetween(2.7, 3.0);
        assertThat(server.longestWait).as("the longest wait in the queue").isLessThan(1_000);
        assertThat(server.waiting / 3.0).as("the wait in the end").isBetween(0.0, 150.0);
        server.offered(2.0, 3_000);
        assertThat(gauge.share()).as("when the load is gone").isLessThan(0.01);
    }

    @Test
    void aCrowdThatComesAtOnceIsServed() {
        var server = new Server(0.5);
        server.waiting = 100;
        server.offered(0.1, 2_000);
        assertThat(server.longestWait).as("the longest wait in the queue").isGreaterThan(150);
        assertThat(server.shed).isZero();
    }

    @Test
    void aServerBelowItsLimitShedsNothing() {
        var server = new Server(3.0);
        server.offered(2.7, 20_000);
        assertThat(server.shed).isZero();
    }

    /// Serves so many calls a millisecond, in their order.
    private final class Server {
        private final double capacity;
        private double waiting;
        private double served;
        private double longestWait;
        private int shed;

        Server(double capacity) {
            this.capacity = capacity;
            gauge.application(() -> (long) (waiting / capacity));
        }

        void offered(double perMillisecond, int milliseconds) {
            for (int i = 0; i < milliseconds; i++) {
                int arriving = (int) (random.nextDouble() * 2 * perMillisecond + random.nextDouble());
                for (int call = 0; call < arriving; call++) {
                    if (gauge.overloaded()) {
                        shed++;
                    } else {
                        waiting++;
                    }
                }
                double done = Math.min(waiting, capacity);
                waiting -= done;
                served += done;
                longestWait = Math.max(longestWait, waiting / capacity);
                turns(1, 1, true);
            }
        }
    }

    private void turns(int count, long each, boolean empty) {
        for (int i = 0; i < count; i++) {
            now += each;
            gauge.turned(now, (double) each, empty);
        }
    }
}
