package org.hotline400.bench.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline400.bench.Bench;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.calls.ChargedCalls.Both;
import org.hotline400.bench.calls.ChargedCalls.Charge;
import org.hotline400.bench.report.Figure;
import org.junit.jupiter.api.Test;

class ChargingFiguresTest {

    private static Figure named(Iterable<Figure> figures, String what) {
        for (var figure : figures) {
            if (figure.what().startsWith(what)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + what);
    }

    @Test
    void a_million_calls_a_second_are_asked_beside_the_peer_of_the_same_run() {
        var slow = RatingResult.figures(Measured.read("""
                {"ratedPerSecond": 999999.0, "naivePerSecond": 50000.0, "bytesPerCall": 200.0, "secondsPerCall": 150.0}
                """));
        assertThat(slow.getFirst().verdict().word()).isEqualTo("below");
        assertThat(slow.getFirst().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.measuredHere()).isTrue())
                .satisfies(peer -> assertThat(peer.value()).isEqualTo(50_000));
    }

    @Test
    void what_batches_reach_is_judged_and_single_calls_are_told() {
        var figures = LedgerResult.figures(Measured.read("""
                {"batchedManyPerSecond": 4000.0, "batchedOnePerSecond": 999.0, "singleManyPerSecond": 10.0,
                 "singleOnePerSecond": 10.0, "plainManyPerSecond": 9000.0, "plainOnePerSecond": 3000.0, "batch": 32.0}
                """));
        assertThat(named(figures, "reserved and settled, 1,000 accounts")
                        .verdict()
                        .word())
                .isEqualTo("aim");
        assertThat(named(figures, "reserved and settled, one account").verdict().word())
                .isEqualTo("below");
        assertThat(named(figures, "– one call a transaction, 1,000 accounts")
                        .verdict()
                        .word())
                .isEmpty();
    }

    @Test
    void charging_adds_what_the_same_calls_cost_more() {
        var figures = CallsResult.figures(new Both(
                new Charge(1_200, true, 0.25, 0.05, 0.5, 54_000), new Charge(1_200, true, 0.35, 0.15, 0.8, 54_000)));
        assertThat(named(figures, "– added by charging").value())
                .isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(named(figures, "charged calls a second").verdict().word()).isEqualTo("aim");
    }

    @Test
    void a_rate_that_was_not_carried_says_so() {
        var figures = CallsResult.figures(new Both(
                new Charge(1_200, true, 0.25, 0.05, 0.5, 54_000), new Charge(1_100, false, 0.35, 0.15, 0.8, 49_000)));
        assertThat(named(figures, "charged calls a second").what()).endsWith("NOT CARRIED");
    }

    @Test
    void what_the_process_does_not_tell_ends_the_bench() {
        assertThatThrownBy(() -> RatingResult.figures(Measured.read("{}")))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("ratedPerSecond");
        assertThatThrownBy(() -> Measured.read("no figures")).isInstanceOf(BenchFailedException.class);
    }

    @Test
    void refuses_what_it_cannot_measure() {
        assertThat(Bench.commandLine().execute("charging", "--seconds", "0")).isEqualTo(2);
        assertThat(Bench.commandLine().execute("charging", "--only", "everything"))
                .isEqualTo(2);
    }
}
