package org.hotline400.bench.charging;

import java.util.List;
import org.hotline400.bench.calls.ChargedCalls;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;

/// Calls through SIP with charging and without, as figures.
final class CallsResult {
    private static final double LEAST = 1_000;

    private CallsResult() {}

    static List<Figure> figures(ChargedCalls.Both both) {
        var free = both.free();
        var charged = both.charged();
        return List.of(
                new Figure(
                        "charged calls a second through SIP" + (charged.isCarried() ? "" : ", NOT CARRIED"),
                        charged.perSecond(),
                        "",
                        new Goal.AtLeast(LEAST, LEAST),
                        List.of(PeerFigure.measured("the same without contracts", free.perSecond()))),
                Figure.told("– calls, each settled once", (double) charged.calls(), ""),
                Figure.told("– the last one settled after the last call", charged.lastAfter(), "s"),
                new Figure(
                        "CPU a charged call",
                        charged.milliseconds(),
                        "ms",
                        new Goal.None(),
                        List.of(PeerFigure.measured("the same without contracts", free.milliseconds()))),
                Figure.told("– added by charging", charged.milliseconds() - free.milliseconds(), "ms"),
                Figure.told(
                        "– of it in the platform's own process",
                        charged.ownMilliseconds() - free.ownMilliseconds(),
                        "ms"),
                Figure.told(
                        "– of it in PostgreSQL", charged.postgresMilliseconds() - free.postgresMilliseconds(), "ms"));
    }
}
