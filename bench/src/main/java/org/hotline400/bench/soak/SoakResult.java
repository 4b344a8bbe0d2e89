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
record SoakResult(SteadyLoad.Outcome outcome, Held before, Held after, List<Held> looks, CollectorLog collector) {
    private static final double MOST_FAILED = 0.001;
    private static final double LONGEST_PAUSE = 50;
    /// Pools of the web server, of the database's connections and of Java itself may be a little fuller than before.
    private static final int POOLED_THREADS = 8;

    private static final int POOLED_FILES = 4;
    /// Ten minutes: of less no slope an hour can be told.
    private static final int ENOUGH_LOOKS = 60;

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
                && outcome.mediaFailures() == 0
                && collector.longestPause() <= LONGEST_PAUSE;
    }

    Report report(Instant at, Machine machine, String command) {
        return new Report("soak", "Under load for long", at, machine, command, figures(), notes());
    }

    private List<Figure> figures() {
        var figures = new ArrayList<>(List.of(
                Figure.told("short calls completed", (double) outcome.completed(), ""),
                new Figure(
                        "short calls failed",
                        100 * outcome.failedShare(),
                        "%",
                        new Goal.AtMost(100 * MOST_FAILED, 0),
                        List.of()),
                Figure.told("packets of talks lost", (double) outcome.lost(), ""),
                new Figure(
                        "longest pause of all threads",
                        collector.longestPause(),
                        "ms",
                        new Goal.AtMost(LONGEST_PAUSE, LONGEST_PAUSE),
                        List.of()),
                leaked("threads held more than after the warm-up", after.threads() - before.threads(), POOLED_THREADS),
                leaked("descriptors held more", after.files() - before.files(), POOLED_FILES),
                leaked("media sockets held more", after.mediaSockets() - before.mediaSockets(), 0)));
        if (looks.size() >= ENOUGH_LOOKS) {
            figures.addAll(slopes());
        }
        return figures;
    }

    private List<Figure> slopes() {
        var rss = new Trend();
        looks.forEach(look -> rss.add(look.seconds(), look.rssKilobytes() / 1024.0));
        var heap = collector.heap().settled();
        return List.of(
                Figure.told(
                        "resident memory, its slope over the last three quarters",
                        rss.settled().anHour(),
                        "MB/h"),
                Figure.told("heap after collections, its mean", heap.mean(), "MB"),
                Figure.told("heap after collections, its slope over the last three quarters", heap.anHour(), "MB/h"));
    }

    private static Figure leaked(String what, int count, int pooled) {
        return new Figure(what, count, "", new Goal.AtMost(pooled, pooled), List.of());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add("Short calls: " + outcome.begun() + " begun, " + outcome.completed() + " completed, failures by"
                + " status " + outcome.failures() + ", " + outcome.leftOut() + " left out by the generator.");
        notes.add("Talks: " + outcome.packets() + " packets sent by callers, " + outcome.lost() + " lost, "
                + outcome.mediaFailures() + " talks failed or ended early.");
        notes.add("Held after the warm-up: " + before.text() + "; after the load: " + after.text() + ".");
        if (looks.size() >= ENOUGH_LOOKS) {
            notes.add("The slopes are lines of least squares through " + looks.size() + " looks and "
                    + collector.heap().size() + " collections, the heap is fixed.");
        }
        return notes;
    }
}
