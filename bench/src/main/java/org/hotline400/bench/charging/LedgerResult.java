package org.hotline400.bench.charging;

import java.util.List;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;

/// Calls held and settled, as figures.
final class LedgerResult {
    private static final String PLAIN = "plain SQL, one posting a transaction, no holds";
    private static final double MANY = 4_000;
    private static final double ONE = 1_000;

    private LedgerResult() {}

    static List<Figure> figures(Measured measured) {
        var many = List.of(PeerFigure.measured(PLAIN, measured.value("plainManyPerSecond")));
        var one = List.of(PeerFigure.measured(PLAIN, measured.value("plainOnePerSecond")));
        int batch = (int) measured.value("batch");
        return List.of(
                judged("reserved and settled, 1,000 accounts, calls/s", measured, "batchedManyPerSecond", MANY, many),
                judged("reserved and settled, one account, calls/s", measured, "batchedOnePerSecond", ONE, one),
                Figure.told("– calls in one statement", batch, ""),
                told("– one call a transaction, 1,000 accounts, calls/s", measured, "singleManyPerSecond", many),
                told("– one call a transaction, one account, calls/s", measured, "singleOnePerSecond", one));
    }

    private static Figure judged(String what, Measured measured, String field, double least, List<PeerFigure> peers) {
        return new Figure(what, measured.value(field), "", new Goal.AtLeast(least, least), peers);
    }

    private static Figure told(String what, Measured measured, String field, List<PeerFigure> peers) {
        return new Figure(what, measured.value(field), "", new Goal.None(), peers);
    }
}
