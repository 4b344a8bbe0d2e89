package org.hotline400.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// One thing that was measured.
///
/// @param what such as `full-service calls a second`
/// @param unit such as `ms`
public record Figure(String what, double value, String unit, Goal goal, List<PeerFigure> peers) {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double WHOLE = 100;

    public Figure {
        peers = List.copyOf(peers);
        if (what.isBlank() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure has a name and a finite value, was " + what + " " + value);
        }
    }

    /// One that is told, but not judged.
    public static Figure told(String what, double value, String unit) {
        return new Figure(what, value, unit, new Goal.None(), List.of());
    }

    public Goal.Verdict verdict() {
        return goal.judge(value);
    }

    /// Three digits, or all before the point.
    static String text(double value) {
        if (Math.abs(value) >= WHOLE) {
            return "%,d".formatted(Math.round(value));
        }
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    String valueText() {
        return unit.isEmpty() ? text(value) : text(value) + " " + unit;
    }

    String peersText() {
        return String.join(", ", peers.stream().map(PeerFigure::text).toList());
    }
}
