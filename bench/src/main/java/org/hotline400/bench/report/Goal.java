package org.hotline400.bench.report;

/// What is asked of a figure.
public sealed interface Goal {

    /// Only told, not judged.
    record None() implements Goal {}

    /// The more the better.
    record AtLeast(double least, double aim) implements Goal {}

    /// The less the better.
    record AtMost(double most, double aim) implements Goal {}

    /// How well a value does.
    enum Verdict {
        NOT_JUDGED(""),
        MISSED("below"),
        REACHED("least"),
        AIM("aim");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    default Verdict judge(double value) {
        return switch (this) {
            case None _ -> Verdict.NOT_JUDGED;
            case AtLeast(double least, double aim) -> verdict(value >= least, value >= aim);
            case AtMost(double most, double aim) -> verdict(value <= most, value <= aim);
        };
    }

    private static Verdict verdict(boolean reached, boolean aim) {
        return aim ? Verdict.AIM : reached ? Verdict.REACHED : Verdict.MISSED;
    }

    /// What is asked at least, as text; empty when nothing is.
    default String leastText() {
        return switch (this) {
            case None _ -> "";
            case AtLeast(double least, double _) -> "≥ " + Figure.text(least);
            case AtMost(double most, double _) -> "≤ " + Figure.text(most);
        };
    }

    /// What is aimed at, as text; empty when nothing is.
    default String aimText() {
        return switch (this) {
            case None _ -> "";
            case AtLeast(double _, double aim) -> "≥ " + Figure.text(aim);
            case AtMost(double _, double aim) -> "≤ " + Figure.text(aim);
        };
    }
}
