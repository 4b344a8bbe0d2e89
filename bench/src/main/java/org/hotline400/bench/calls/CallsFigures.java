package org.hotline400.bench.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;

/// Turns measurements into figures beside what is asked and what peers reach. The quoted figures of peers were measured
/// with the same scenarios on a machine of two cores.
final class CallsFigures {
    private static final String FREESWITCH = "FreeSWITCH";
    private static final String ASTERISK = "Asterisk";
    private static final String KAMAILIO = "Kamailio as a mere proxy";

    private final List<Figure> figures = new ArrayList<>();

    /// A rate that was carried at full length, and the same of the peer that was measured beside, if any.
    void add(Measurement ours, List<Measurement> kamailio) {
        judged(
                "full-service calls a second",
                ours.result().completedPerSecond(),
                "",
                new Goal.AtLeast(3_000, 5_000),
                peers(185, 605, 4_416, kamailio, peer -> peer.result().completedPerSecond()));
        for (var peer : kamailio) {
            told(
                    "ours, of Kamailio's in this run",
                    100 * ours.result().completedPerSecond() / peer.result().completedPerSecond(),
                    "%");
        }
        told("calls that failed", 100 * ours.result().failedShare(), "%");
        told("calls completed, by SIPp", (double) ours.completed(), "");
        told("records of completed calls in PostgreSQL", (double) ours.settled().records(), "");
        told("last record after the last call", ours.settled().after().toMillis() / 1e3, "s");
        judged(
                "CPU a call",
                ours.cpuMilliseconds(),
                "ms",
                new Goal.AtMost(0.4, 0.2),
                peers(8.0, 2.4, 0.22, kamailio, Measurement::cpuMilliseconds));
        told("– of the platform's own process", ours.ownCpuMilliseconds(), "ms");
        told("– of its PostgreSQL", ours.descendantsCpuMilliseconds(), "ms");
    }

    void addSetUp(SetUpTimes ours, List<SetUpTimes> kamailio) {
        if (ours.placed() == 0) {
            return;
        }
        judged(
                "set-up at half of that rate, p50",
                ours.milliseconds(50),
                "ms",
                new Goal.AtMost(5, 1.5),
                peers(24, 2.3, 0.65, kamailio, peer -> peer.milliseconds(50)));
        judged(
                "set-up at half of that rate, p95",
                ours.milliseconds(95),
                "ms",
                new Goal.AtMost(15, 4),
                peers(45, 3.0, 0.94, kamailio, peer -> peer.milliseconds(95)));
        told("set-up at half of that rate, p99", ours.milliseconds(99), "ms");
        told("– calls without an answer, which count as slow", 100 * ours.unansweredShare(), "%");
    }

    /// What became of calls is judged only where twice the limit was really placed.
    ///
    /// @param limit calls a second that were carried
    void addOverload(LoadResult overload, double limit) {
        judged(
                "calls placed, of twice the limit",
                100 * overload.placedShare(),
                "%",
                new Goal.AtLeast(95, 95),
                List.of());
        told("– a second", overload.placedPerSecond(), "");
        judged(
                "completed calls at twice the limit, of the limit",
                100 * overload.completedPerSecond() / limit,
                "%",
                overload.isPlaced() ? new Goal.AtLeast(90, 90) : new Goal.None(),
                List.of());
        long rest =
                overload.placed() - overload.completed() - overload.refused().getOrDefault(503, 0L);
        judged(
                "– neither completed nor answered 503, of those placed",
                100.0 * rest / Math.max(1, overload.placed()),
                "%",
                overload.isPlaced() ? new Goal.AtMost(0.1, 0) : new Goal.None(),
                List.of());
    }

    void addRestart(Duration stop, Duration start) {
        judged(
                "restart: from SIGTERM to the first call answered",
                stop.plus(start).toMillis() / 1e3,
                "s",
                new Goal.AtMost(8, 4),
                List.of(PeerFigure.quoted(FREESWITCH, 2.2), PeerFigure.quoted(ASTERISK, 0.3)));
        told("– of it until the process had ended", stop.toMillis() / 1e3, "s");
    }

    void addPauses(Pauses pauses) {
        told("pauses of all threads at that rate, p50", pauses.medianMilliseconds(), "ms");
        told("– the longest", pauses.longestMilliseconds(), "ms");
    }

    void told(String what, double value, String unit) {
        figures.add(Figure.told(what, value, unit));
    }

    private void judged(String what, double value, String unit, Goal goal, List<PeerFigure> peers) {
        figures.add(new Figure(what, value, unit, goal, peers));
    }

    private static <T> List<PeerFigure> peers(
            double freeswitch,
            double asterisk,
            double kamailio,
            List<T> measured,
            java.util.function.ToDoubleFunction<T> value) {
        var peers = new ArrayList<>(List.of(
                PeerFigure.quoted(FREESWITCH, freeswitch),
                PeerFigure.quoted(ASTERISK, asterisk),
                PeerFigure.quoted(KAMAILIO, kamailio)));
        for (var peer : measured) {
            peers.add(PeerFigure.measured("Kamailio", value.applyAsDouble(peer)));
        }
        return peers;
    }

    List<Figure> all() {
        return List.copyOf(figures);
    }
}
