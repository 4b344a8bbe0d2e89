package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// What came of a peer's RTP, and how: the source of our report blocks.
final class ReceivedStream {
    private static final long LARGEST_LOSS = 0x7FFFFF;

    final ReceivedSequence sequence;
    final Arrivals arrivals;
    private int reportedRun;
    private long expectedBefore;
    private long arrivedBefore;

    ReceivedStream(Tally tally) {
        this.sequence = new ReceivedSequence(tally);
        this.arrivals = new Arrivals(tally);
    }

    /// Whether anything came since the last report: only such a source is reported (RFC 3550 §6.4).
    boolean news() {
        return sequence.runs() != reportedRun || sequence.arrived() > arrivedBefore;
    }

    /// Writes the report block (RFC 3550 §6.4.1) of what came since the last one.
    ///
    /// @param lastReport middle bits of the source's last sender report, 0 when none came
    /// @param delay since then, in 1/65,536 s
    void report(ByteBuffer out, int lastReport, int delay) {
        long expected = sequence.expected();
        long arrived = sequence.arrived();
        if (sequence.runs() != reportedRun) {
            expectedBefore = 0;
            arrivedBefore = 0;
        }
        int lost = (int) Math.clamp(expected - arrived, -LARGEST_LOSS - 1, LARGEST_LOSS);
        out.putInt(sequence.ssrc())
                .putInt((fraction(expected - expectedBefore, arrived - arrivedBefore) << 24) | (lost & 0xFFFFFF))
                .putInt(sequence.extendedHighest())
                .putInt(arrivals.jitter())
                .putInt(lastReport)
                .putInt(delay);
        reportedRun = sequence.runs();
        expectedBefore = expected;
        arrivedBefore = arrived;
    }

    /// Lost of expected, in 1/256 (RFC 3550 appendix A.3).
    private static int fraction(long expected, long arrived) {
        long lost = expected - arrived;
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }
}
