package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static final Load LOAD = new Load(100, 2);
    private static final String STATISTICS = "ElapsedTime(C);TotalCallCreated;Retransmissions(C);";
    private static final String COUNTS = "CurrentTime;ElapsedTime;0_INVITE_Sent;1_100_Recv;4_486_Recv;5_503_Recv;"
            + "6_200_Recv;6_200_Retrans;8_BYE_Sent;9_200_Recv;9_200_Unexp;";

    @Test
    void tellsCompletedCallsFromRefusedAndLostOnes() {
        var result = LoadResult.read(
                LOAD,
                List.of(STATISTICS, "00:00:12;200;7;"),
                List.of(
                        COUNTS,
                        "x;00:00:02:001000;200;200;1;20;170;0;170;168;0;",
                        "x;00:00:12;200;200;1;20;172;0;172;170;0;"));

        assertThat(result.placed()).isEqualTo(200);
        assertThat(result.completed()).isEqualTo(170);
        assertThat(result.refused()).isEqualTo(Map.of(486, 1L, 503, 20L));
        assertThat(result.unfinished()).isEqualTo(9);
        assertThat(result.retransmissions()).isEqualTo(7);
        assertThat(result.text())
                .isEqualTo("170 of 200 completed, 1 × 486, 20 × 503, 9 without an end, 7 retransmissions");
        assertThat(result.isCarried()).isFalse();
    }

    @Test
    void countsAsARateOnlyWhatWasCompletedWhileCallsBegan() {
        var result = LoadResult.read(
                LOAD,
                List.of(STATISTICS, "00:00:12;200;0;"),
                List.of(
                        COUNTS,
                        "x;00:00:02:000000;200;0;0;0;120;0;120;100;0;",
                        "x;00:00:12;200;0;0;0;200;0;200;200;0;"));

        assertThat(result.completedPerSecond()).isEqualTo(50);
        assertThat(result.failed()).isZero();
        assertThat(result.isCarried()).isFalse();
    }

    @Test
    void saysWhatWasReallyPlacedInTheLoadsTime() {
        // SIPp begins the rest when it may, long after the load's time.
        var slow = placed(180);
        assertThat(slow.placedPerSecond()).isEqualTo(90);
        assertThat(slow.isPlaced()).isFalse();
        assertThat(slow.text()).contains("ONLY 90 A SECOND PLACED");
        assertThat(placed(190).isPlaced()).isTrue();
        assertThat(placed(190).text()).doesNotContain("PLACED");
    }

    private static LoadResult placed(int inTime) {
        return LoadResult.read(
                LOAD,
                List.of(STATISTICS, "00:00:12;200;0;"),
                List.of(
                        COUNTS,
                        "x;00:00:02:000000;" + inTime + ";0;0;0;100;0;100;100;0;",
                        "x;00:00:12;200;0;0;0;200;0;200;200;0;"));
    }

    @Test
    void anOverloadThatWasNotPlacedIsNotJudged() {
        var figures = new CallsFigures();
        figures.addOverload(placed(180), 50);
        assertThat(figures.all())
                .extracting(Figure::verdict)
                .containsExactly(
                        Goal.Verdict.MISSED, Goal.Verdict.NOT_JUDGED, Goal.Verdict.NOT_JUDGED, Goal.Verdict.NOT_JUDGED);
        var placed = new CallsFigures();
        placed.addOverload(placed(200), 50);
        assertThat(placed.all())
                .extracting(Figure::verdict)
                .containsExactly(Goal.Verdict.AIM, Goal.Verdict.NOT_JUDGED, Goal.Verdict.AIM, Goal.Verdict.AIM);
    }

    @Test
    void carriesARateOfWhichLessThanOneInAThousandFails() {
        assertThat(carried(1999)).isTrue();
        assertThat(carried(1998)).isFalse();
    }

    private static boolean carried(int completed) {
        return LoadResult.read(
                        new Load(1000, 2),
                        List.of(STATISTICS, "00:00:02;2000;0;"),
                        List.of(COUNTS, "x;00:00:02:000000;2000;0;0;0;2000;0;2000;" + completed + ";0;"))
                .isCarried();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> LoadResult.read(LOAD, List.of("A;B;", "1;2;"), List.of(COUNTS, "x;00:00:01;")))
                .hasMessageContaining("TotalCallCreated");
        assertThatThrownBy(() -> LoadResult.read(LOAD, List.of(STATISTICS), List.of(COUNTS)))
                .hasMessageContaining("1 lines");
    }
}
