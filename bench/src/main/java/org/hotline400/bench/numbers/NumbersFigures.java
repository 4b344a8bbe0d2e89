package org.hotline400.bench.numbers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;

/// Turns what was measured into figures beside what is asked.
///
/// @param beside empty when PostgreSQL was left out
record NumbersFigures(InProcess own, ByHttp http, Optional<Beside> beside) {
    private static final String PAGE = "PostgreSQL, the page alone";
    private static final String WHOLE = "PostgreSQL, page, total and classes";
    private static final double MOST_IN_PROCESS = 10;
    private static final double MOST_BY_HTTP = 30;

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        figures.addAll(index());
        figures.addAll(searches());
        figures.addAll(byHttp());
        beside.ifPresent(postgres -> figures.addAll(postgres(postgres)));
        return figures;
    }

    private List<Figure> index() {
        return List.of(
                Figure.told("the whole space graded", own.gradedSeconds(), "s"),
                Figure.told("– ordinary numbers", 100 * own.ordinaryShare(), "%"),
                Figure.told("– special numbers", 100 * own.specialShare(), "%"),
                judged("– premium numbers", 100 * own.premiumShare(), "%", 1, List.of()),
                judged("index built", own.buildSeconds(), "s", 3, List.of()),
                judged("index takes", own.megabytes(), "MB", 400, List.of()));
    }

    private List<Figure> searches() {
        return List.of(
                new Figure("a search in process, p50", own.p50(), "ms", new Goal.None(), peers(50)),
                new Figure("a search in process, p95", own.p95(), "ms", new Goal.None(), peers(95)),
                judged("a search in process, p99", own.p99(), "ms", MOST_IN_PROCESS, peers(99)),
                Figure.told("garbage a search", own.bytesPerSearch() / 1e3, "kB"));
    }

    private List<Figure> byHttp() {
        var load = http.load();
        var at = "a search by HTTP, " + http.rate() + "/s, ";
        return List.of(
                Figure.told("first search answered after the platform takes calls", seconds(http.stands()), "s"),
                Figure.told(at + "p50", load.latencies().milliseconds(50), "ms"),
                Figure.told(at + "p95", load.latencies().milliseconds(95), "ms"),
                judged(at + "p99", load.latencies().milliseconds(99), "ms", MOST_BY_HTTP, List.of()),
                Figure.told(
                        "– p99 of the minute before, while Java compiles",
                        http.firstMinute().milliseconds(99),
                        "ms"),
                Figure.told("– CPU of the platform a search", cpuMilliseconds(), "ms"),
                Figure.told(
                        "– requests, all answered with 200", load.latencies().count(), ""),
                Figure.told("– of them sent over 1 ms late", load.late(), ""),
                Figure.told("– the latest, after its time", load.latest().toNanos() / 1e6, "ms"));
    }

    private double cpuMilliseconds() {
        return (double) http.cpu().toMillis() / http.load().latencies().count();
    }

    private List<Figure> postgres(Beside postgres) {
        var filled = postgres.filled();
        var searches = postgres.searches();
        return List.of(
                Figure.told("PostgreSQL: numbers taken in", seconds(filled.fill()), "s"),
                Figure.told("– indexes built", seconds(filled.index()), "s"),
                Figure.told("– the table takes", filled.tableMegabytes(), "MB"),
                Figure.told("– its indexes take", filled.indexMegabytes(), "MB"),
                Figure.told("– of them that of trigrams", filled.trigramMegabytes(), "MB"),
                times("page alone", "p50", searches.page().milliseconds(50), own.p50()),
                times("page alone", "p99", searches.page().milliseconds(99), own.p99()),
                times("page, total and classes", "p50", searches.whole().milliseconds(50), own.p50()),
                times("page, total and classes", "p99", searches.whole().milliseconds(99), own.p99()),
                Figure.told("– searches it was asked", searches.whole().count(), ""),
                Figure.told("– given up after " + Beside.PATIENCE.toSeconds() + " s", searches.timedOut(), ""),
                Figure.told("– answers compared with ours, all equal", searches.compared(), ""));
    }

    /// What a reader must know.
    List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add("Searches in process run one after the other, by HTTP at planned times; the load generator shares the"
                + " cores with the platform.");
        beside.ifPresent(postgres -> notes.addAll(notes(postgres)));
        return notes;
    }

    private static List<String> notes(Beside postgres) {
        var notes = new ArrayList<String>();
        notes.add(
                "PostgreSQL 18 with " + postgres.memoryMegabytes() + " MB of shared memory, warmed, asked by one"
                        + " client: trigram, GIN and B-tree indexes; whatever it found was the same as ours, number for number.");
        if (postgres.searches().untranslated() > 0) {
            notes.add(postgres.searches().untranslated() + " searches by promotion or of a later page are left out of"
                    + " PostgreSQL's: a table of numbers does not know them.");
        }
        return notes;
    }

    private List<PeerFigure> peers(double percent) {
        return beside.stream()
                .map(Beside::searches)
                .flatMap(searches -> List.of(
                        PeerFigure.measured(PAGE, searches.page().milliseconds(percent)),
                        PeerFigure.measured(WHOLE, searches.whole().milliseconds(percent)))
                        .stream())
                .toList();
    }

    private static Figure judged(String what, double value, String unit, double most, List<PeerFigure> peers) {
        return new Figure(what, value, unit, new Goal.AtMost(most, most), peers);
    }

    private static Figure times(String what, String percentile, double postgres, double own) {
        return Figure.told("– its " + what + ", of ours in process, " + percentile, postgres / own, "times");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
