package org.hotline400.bench.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.media.SteadyLoad;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.Report;

/// How the platform stood the load.
///
/// @param before held after the warm-up, at rest
/// @param after held after the load, at rest
/// @param looks held meanwhile
/// @param live heap at rest
/// @param takings of the machine meanwhile
record SoakResult(
        SteadyLoad.Outcome outcome,
        Held before,
        Held after,
        List<Held> looks,
        LiveHeap live,
        CollectorLog collector,
        Takings takings) {
    private static final double MOST_FAILED = 0.001;
    private static final double MOST_LEFT_OUT = 0.01;
    private static final double LONGEST_PAUSE = 50;
    private static final double MOST_MORE_ALIVE = 10;
    /// Pools of the web server, of the database's connections and of Java itself may be a little fuller than before.
    private static final int POOLED_THREADS = 8;

    private static final int POOLED_FILES = 4;
    /// Fifteen minutes: of less no slope an hour can be told.
    private static final int ENOUGH_LOOKS = 90;
    /// Of the last three quarters; each must have seen old objects collected for the heap's slope to mean anything.
    private static final int PARTS = 6;

    private static final int MOST_PAUSES_TOLD = 20;

    /// What lives when all is collected at rest, in megabytes.
    ///
    /// @param before after the warm-up
    /// @param after after the load
    record LiveHeap(double before, double after) {
        double more() {
            return after - before;
        }
    }

    SoakResult {
        looks = List.copyOf(looks);
    }

    /// Whether no more is held than before.
    static boolean isBack(Held before, Held now) {
        return now.threads() <= before.threads() + POOLED_THREADS
                && now.files() <= before.files() + POOLED_FILES
                && now.mediaSockets() <= before.mediaSockets();
    }

    boolean good() {
        return isBack(before, after)
                && outcome.failedShare() < MOST_FAILED
                && outcome.leftOutShare() <= MOST_LEFT_OUT
                && outcome.mediaFailures() == 0
                && collector.longestPause() <= LONGEST_PAUSE
                && !leaks();
    }

    /// Judged of runs of fifteen minutes and more: what lives at rest, and the slopes over the last three quarters.
    private boolean leaks() {
        return isLong()
                && (live.more() > MOST_MORE_ALIVE
                        || Leak.OF_RESIDENT_MEMORY.isOne(resident())
                        || (tellsHeap() && Leak.OF_HEAP.isOne(floors())));
    }

    private boolean isLong() {
        return looks.size() >= ENOUGH_LOOKS;
    }

    private Trend resident() {
        var resident = new Trend();
        looks.forEach(look -> resident.add(look.seconds(), look.rssKilobytes() / 1024.0));
        return resident.settled();
    }

    private Trend floors() {
        return collector.old().settled().floors(PARTS);
    }

    private boolean tellsHeap() {
        return floors().size() == PARTS;
    }

    /// Whether others had so much of the machine that the platform may be better than this. It is not excused by that.
    boolean disturbed() {
        return takings.disturbed() || longPauses().stream().anyMatch(Takings.Taken::disturbed);
    }

    private List<Takings.Taken> longPauses() {
        return collector.pauses().stream()
                .filter(pause -> pause.milliseconds() > LONGEST_PAUSE)
                .map(takings::during)
                .toList();
    }

    Report report(Instant at, Machine machine, String command) {
        return new Report("soak", "Under load for long", at, machine, command, figures(), notes());
    }

    private List<Figure> figures() {
        var figures = new ArrayList<>(List.of(
                Figure.told("short calls completed", (double) outcome.completed(), ""),
                atMost("short calls failed", 100 * outcome.failedShare(), "%", 100 * MOST_FAILED, 0),
                atMost(
                        "short calls that the generator left out",
                        100 * outcome.leftOutShare(),
                        "%",
                        100 * MOST_LEFT_OUT,
                        0),
                Figure.told("packets of talks lost", (double) outcome.lost(), ""),
                atMost("longest pause of all threads", collector.longestPause(), "ms", LONGEST_PAUSE, LONGEST_PAUSE),
                Figure.told("pauses of all threads, p50", collector.pausesWithin(50), "ms"),
                Figure.told("pauses of all threads, p99", collector.pausesWithin(99), "ms"),
                Figure.told("pauses of all threads, p99.9", collector.pausesWithin(99.9), "ms"),
                Figure.told("taken by the host and by other processes", takings.percent(), "% of a core"),
                leaked("threads held more than after the warm-up", after.threads() - before.threads(), POOLED_THREADS),
                leaked("descriptors held more", after.files() - before.files(), POOLED_FILES),
                leaked("media sockets held more", after.mediaSockets() - before.mediaSockets(), 0)));
        figures.addAll(memory());
        return figures;
    }

    private List<Figure> memory() {
        if (!isLong()) {
            return List.of(Figure.told("heap that lives at rest, more than after the warm-up", live.more(), "MB"));
        }
        var resident = resident();
        var floors = floors();
        var slope = "heap after collections of old objects, its slope";
        return List.of(
                atMost(
                        "heap that lives at rest, more than after the warm-up",
                        live.more(),
                        "MB",
                        MOST_MORE_ALIVE,
                        MOST_MORE_ALIVE),
                slope("resident memory, its slope", resident, Leak.OF_RESIDENT_MEMORY),
                Figure.told(
                        "heap after collections, its mean",
                        collector.heap().settled().mean(),
                        "MB"),
                tellsHeap() ? slope(slope, floors, Leak.OF_HEAP) : Figure.told(slope, floors.anHour(), "MB/h"));
    }

    private static Figure slope(String what, Trend trend, Leak leak) {
        var most = leak.mostAnHour(trend.mean());
        return atMost(what, trend.anHour(), "MB/h", most, most);
    }

    private static Figure atMost(String what, double value, String unit, double most, double aim) {
        return new Figure(what, value, unit, new Goal.AtMost(most, aim), List.of());
    }

    private static Figure leaked(String what, int count, int pooled) {
        return atMost(what, count, "", pooled, pooled);
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (disturbed()) {
            notes.add("DISTURBED: the host or other processes had %.0f %% of a core, or much of a long pause."
                    .formatted(takings.percent()));
        }
        notes.add("Short calls: " + outcome.begun() + " begun, " + outcome.completed() + " completed, failures by"
                + " status " + outcome.failures() + ", " + outcome.leftOut() + " left out by the generator.");
        notes.add("Talks: " + outcome.packets() + " packets sent by callers, " + outcome.lost() + " lost, "
                + outcome.mediaFailures() + " talks failed or ended early.");
        notes.add("Held after the warm-up: " + before.text() + "; after the load: " + after.text() + ".");
        notes.addAll(pauseNotes());
        if (isLong()) {
            notes.add("Slopes are lines of least squares over the last three quarters, of " + looks.size()
                    + " looks, and of the lowest heap in each of " + PARTS + " parts of them ("
                    + collector.old().size()
                    + " collections of old objects; not judged where a part has none). The heap is fixed.");
        }
        return notes;
    }

    private List<String> pauseNotes() {
        var notes = new ArrayList<String>();
        var pauses = longPauses();
        notes.add(collector.pauses().size() + " pauses, " + pauses.size() + " longer than 50 ms.");
        pauses.stream()
                .limit(MOST_PAUSES_TOLD)
                .forEach(
                        taken -> notes.add("A pause of " + taken.text() + (taken.disturbed() ? " (DISTURBED)." : ".")));
        return notes;
    }
}
