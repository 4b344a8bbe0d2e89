package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportText;
import org.junit.jupiter.api.Test;

class NumbersFiguresTest {
    private static final String MEASURED = """
            {"gradedSeconds": 1.5, "ordinaryShare": 0.955, "specialShare": 0.04, "premiumShare": 0.005,
             "buildSeconds": 2.5, "megabytes": 250, "p50Milliseconds": 0.2, "p95Milliseconds": 1, "p99Milliseconds": 4,
             "bytesPerSearch": 52000}""";

    private static Latencies all(long milliseconds) {
        return Latencies.of(LongStream.generate(() -> milliseconds * 1_000_000).limit(200));
    }

    private static ByHttp http() {
        return new ByHttp(
                200,
                Duration.ofMillis(1500),
                all(45),
                new OpenLoop.Result(all(31), 3, Duration.ofMillis(2)),
                Duration.ofMillis(700),
                Map.of(),
                Map.of());
    }

    private static Beside beside(int untranslated) {
        var filled = new NumbersTable.Filled(
                List.of("aa"), 10_000_000, Duration.ofSeconds(40), Duration.ofSeconds(90), 900, 1500, 100);
        return new Beside(filled, new PostgresSearches.Outcome(all(100), all(300), 7, 42, untranslated), 4096);
    }

    private static String text(Optional<Beside> beside) {
        var figures = new NumbersFigures(InProcess.read(MEASURED), http(), beside);
        var machine = new Machine("CPU X", 2, 24, "Linux 6", "25", "abc123");
        return ReportText.markdown(
                new Report("numbers", "Finding numbers", Instant.EPOCH, machine, "x", figures.all(), figures.notes()));
    }

    @Test
    void judgesByWhatIsAsked() {
        assertThat(text(Optional.empty()).lines())
                .contains(
                        "| – premium numbers | 0.5 % | ≤ 1 | ≤ 1 | aim |  |",
                        "| index built | 2.5 s | ≤ 3 | ≤ 3 | aim |  |",
                        "| index takes | 250 MB | ≤ 400 | ≤ 400 | aim |  |",
                        "| a search in process, p99 | 4 ms | ≤ 10 | ≤ 10 | aim |  |",
                        "| garbage a search | 52 kB |  |  |  |  |",
                        "| a search by HTTP, 200/s, p99 | 31 ms | ≤ 30 | ≤ 30 | below |  |",
                        "| – CPU of the platform a search | 3.5 ms |  |  |  |  |",
                        "| – of them sent over 1 ms late | 3 |  |  |  |  |");
    }

    @Test
    void setsPostgresBeside() {
        assertThat(text(Optional.of(beside(0))).lines())
                .contains(
                        "| a search in process, p99 | 4 ms | ≤ 10 | ≤ 10 | aim | PostgreSQL, the page alone 100 (this run),"
                                + " PostgreSQL, page, total and classes 300 (this run) |",
                        "| – its page alone, of ours in process, p50 | 500 times |  |  |  |  |",
                        "| – its page, total and classes, of ours in process, p99 | 75 times |  |  |  |  |",
                        "| – given up after 10 s | 7 |  |  |  |  |",
                        "| – answers compared with ours, all equal | 42 |  |  |  |  |")
                .noneMatch(line -> line.contains("left out"));
    }

    @Test
    void saysWhatPostgresWasNotAsked() {
        assertThat(text(Optional.of(beside(12)))).contains("12 searches by promotion or of a later page are left out");
    }

    @Test
    void tellsNothingThatWasNotMeasured() {
        assertThatThrownBy(() -> InProcess.read("{\"gradedSeconds\": 1}"))
                .isInstanceOf(BenchFailedException.class)
                .hasMessage("hotline measure-numbers did not tell ordinaryShare");
        assertThatThrownBy(() -> InProcess.read("Exception in thread main")).isInstanceOf(BenchFailedException.class);
    }
}
