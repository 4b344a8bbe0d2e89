package org.hotline400.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.hotline400.bench.platform.Machine;
import org.junit.jupiter.api.Test;

class BenchmarksPageTest {
    private static final Machine MACHINE = new Machine("CPU X", 2, 24, "Linux 6", "25", "abc123");

    private static Report report(double rate) {
        return new Report(
                "calls",
                "Calls a second",
                Instant.parse("2026-11-26T12:00:00Z"),
                MACHINE,
                "./hotline bench calls --json=/home/somebody/calls.json --keep",
                List.of(
                        new Figure(
                                "calls a second",
                                rate,
                                "",
                                new Goal.AtLeast(3000, 5000),
                                List.of(PeerFigure.quoted("Asterisk", 605), PeerFigure.measured("Kamailio", 4400))),
                        new Figure("CPU a call", 0.3, "ms", new Goal.AtMost(0.4, 0.2), List.of()),
                        Figure.told("p99", 2.345, "ms")),
                List.of("Warmed up."));
    }

    @Test
    void takesThePlaceOfTheLastResultAndLeavesAllElse() {
        var page = "# Benchmarks\n\nRead so.\n\n<!-- bench:calls -->\nold\n<!-- /bench:calls -->\n\nFlame graphs.\n";

        var kept = BenchmarksPage.with(page, report(3500));

        assertThat(kept)
                .startsWith("# Benchmarks\n\nRead so.\n\n<!-- bench:calls -->\n## Calls a second\n")
                .endsWith("<!-- /bench:calls -->\n\nFlame graphs.\n")
                .doesNotContain("old")
                .contains(
                        "| calls a second | 3,500 | ≥ 3,000 | ≥ 5,000 | least | Asterisk 605, Kamailio 4,400 (this run) |")
                .contains("| CPU a call | 0.3 ms | ≤ 0.4 | ≤ 0.2 | least |  |")
                .contains("| p99 | 2.35 ms |  |  |  |  |")
                .contains("* Warmed up.")
                .contains("\n./hotline bench calls --keep\n");
        assertThat(BenchmarksPage.with(kept, report(3500))).isEqualTo(kept);
    }

    @Test
    void addsASectionThatThePageDoesNotHave() {
        assertThat(BenchmarksPage.with("# Benchmarks\n", report(1)))
                .startsWith("# Benchmarks\n\n<!-- bench:calls -->\n")
                .endsWith("<!-- /bench:calls -->\n");
    }

    @Test
    void refusesAPageWithOneMarkerOnly() {
        assertThatThrownBy(() -> BenchmarksPage.with("<!-- bench:calls -->", report(1)))
                .hasMessageContaining("/bench:calls");
    }

    @Test
    void judgesByTheGoal() {
        assertThat(new Goal.AtLeast(3000, 5000).judge(2999)).isEqualTo(Goal.Verdict.MISSED);
        assertThat(new Goal.AtLeast(3000, 5000).judge(5000)).isEqualTo(Goal.Verdict.AIM);
        assertThat(new Goal.AtMost(0.4, 0.2).judge(0.41)).isEqualTo(Goal.Verdict.MISSED);
        assertThat(new Goal.AtMost(0.4, 0.2).judge(0.2)).isEqualTo(Goal.Verdict.AIM);
    }

    @Test
    void writesJsonThatTellsQuotedFromMeasured() {
        assertThat(ReportJson.of(report(5200)))
                .contains("\"reached\" : \"aim\"")
                .contains("\"measuredHere\" : true")
                .contains("\"commit\" : \"abc123\"");
    }

    @Test
    void printsColumns() {
        assertThat(ReportText.plain(report(5200)).lines())
                .contains("CPU a call      0.3 ms    ≤ 0.4     ≤ 0.2    least");
    }
}
