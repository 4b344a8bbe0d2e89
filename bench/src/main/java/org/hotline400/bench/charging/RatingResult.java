package org.hotline400.bench.charging;

import java.util.List;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;

/// Calls rated on one core, as figures.
final class RatingResult {
    private static final double AIM = 1e6;

    private RatingResult() {}

    static List<Figure> figures(Measured measured) {
        return List.of(
                new Figure(
                        "calls rated a second a core",
                        measured.value("ratedPerSecond"),
                        "",
                        new Goal.AtLeast(AIM, AIM),
                        List.of(PeerFigure.measured(
                                "decimals, increment by increment", measured.value("naivePerSecond")))),
                Figure.told("– garbage a call", measured.value("bytesPerCall"), "bytes"),
                Figure.told("– mean length of a call", measured.value("secondsPerCall"), "s"));
    }
}
